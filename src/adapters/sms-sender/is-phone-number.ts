/** Whether it is a number of E.164: providers take other channels and short numbers by the same field. */
export function isPhoneNumber(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text);
}
