import type { FieldError } from "../shared/errors.ts";

/** What the passwords must not be of those who set them: their addresses and names. */
export interface PasswordOwner {
  email: string;
  /** The person's, and that of his organisation where it is known. */
  names: readonly string[];
}

/**
 * What is wrong with a new password: it is one that everybody tries first, or stands on the person's business card (NIST
 * SP 800-63B-4 3.1.1.2). Its length is the contract's; there are no rules of composition.
 */
export function passwordErrors(password: string, owner: PasswordOwner, pointer = "/password"): FieldError[] {
  const text = plain(password);
  const told = (message: string) => [{ pointer, message }];
  if (isCommon(text)) return told("is one of those that are tried first");
  const [local = ""] = owner.email.split("@");
  if ([owner.email, local].map(plain).includes(text)) return told("must not be the e-mail address");
  if (owner.names.map(plain).includes(text)) return told("must not be a name");
  return [];
}

/** As those read it who guess: neither case nor spaces make a password another one. */
function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

function isCommon(text: string): boolean {
  return COMMON.has(text) || isRepetition(text) || ROWS.some((row) => row.includes(text));
}

/** One to four characters over and over: aaaaaaaaaa, 1212121212, abcabcabcabc. */
function isRepetition(text: string): boolean {
  return /^(.{1,4}?)\1+$/u.test(text);
}

/** Rows of keys and of the alphabet, there and back. */
const ROWS = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "qazwsxedcrfvtgbyhnujm",
].flatMap((row) => [row, Array.from(row).reverse().join("")]);

/** Of ten characters or more, as they lead the lists of what was stolen elsewhere. */
const COMMON = new Set([
  "password00",
  "password01",
  "password10",
  "password11",
  "password12",
  "password123",
  "password123!",
  "password1234",
  "password12345",
  "password123456",
  "passwordpassword",
  "mypassword",
  "mypassword1",
  "thepassword",
  "newpassword",
  "changeme123",
  "changemenow",
  "letmein123",
  "letmein1234",
  "welcome123",
  "welcome1234",
  "welcome2024",
  "welcome2025",
  "welcome2026",
  "iloveyou12",
  "iloveyou123",
  "iloveyou1234",
  "qwerty1234",
  "qwerty12345",
  "qwerty123456",
  "qwertyuiop1",
  "qwertyuiop123",
  "abcd123456",
  "abc1234567",
  "a123456789",
  "a1234567890",
  "q123456789",
  "123456789a",
  "1234567890a",
  "123456789q",
  "1234567891",
  "123456789abc",
  "0987654321a",
  "123qweasdzxc",
  "qweasdzxc123",
  "zaq12wsxcde3",
  "administrator",
  "administrator1",
  "superman123",
  "football123",
  "baseball123",
  "princess123",
  "sunshine123",
  "monkey12345",
  "dragon12345",
  "trustno1trustno1",
  "basketball",
  "liverpool1",
  "manchester",
  "spiderman1",
  "michelle123",
  "charlie123",
  "starwars123",
  "computer123",
  "internet123",
]);
