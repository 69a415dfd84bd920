import type { FieldError } from "../shared/errors.ts";

export const QUESTION_TYPES = [
  "text",
  "long_text",
  "choice",
  "multiple_choice",
  "number",
  "boolean",
  "phone",
  "email",
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Something the booker is asked. `options` belongs to the two choices. */
export interface Question {
  key: string;
  label: string;
  type: QuestionType;
  required: boolean;
  options?: string[];
}

export type Answer = string | number | boolean | string[];
export type Answers = Record<string, Answer>;

/** Longest answers, in characters. */
const TEXT_LENGTH = 500;
const LONG_TEXT_LENGTH = 5000;

const E164 = /^\+[1-9]\d{6,14}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/;

/** What is wrong with an answer, or null. The option lists decide for the choices. */
const CHECKS: Record<QuestionType, (answer: Answer, options: string[]) => string | null> = {
  text: (answer) => textOf(answer, TEXT_LENGTH),
  long_text: (answer) => textOf(answer, LONG_TEXT_LENGTH),
  choice: (answer, options) =>
    typeof answer === "string" && options.includes(answer) ? null : `must be one of: ${options.join(", ")}`,
  multiple_choice: (answer, options) =>
    Array.isArray(answer) && new Set(answer).size === answer.length && answer.every((item) => options.includes(item))
      ? null
      : `must be a list of different values of: ${options.join(", ")}`,
  number: (answer) => (typeof answer === "number" ? null : "must be a number"),
  boolean: (answer) => (typeof answer === "boolean" ? null : "must be true or false"),
  phone: (answer) =>
    typeof answer === "string" && E164.test(answer) ? null : "must be a phone number such as +442079460123",
  email: (answer) => (typeof answer === "string" && EMAIL.test(answer) ? null : "must be an e-mail address"),
};

/** Checks a booker's answers against the questions; pointers are into `/answers`. */
export function answerErrors(questions: readonly Question[], answers: Answers): FieldError[] {
  const known = new Map(questions.map((question) => [question.key, question]));
  const unknown = Object.keys(answers)
    .filter((key) => !known.has(key))
    .map((key) => ({ pointer: `/answers/${key}`, message: "answers a question that is not asked" }));
  return [...unknown, ...questions.flatMap((question) => errorOf(question, answers))];
}

function errorOf(question: Question, answers: Answers): FieldError[] {
  const pointer = `/answers/${question.key}`;
  if (!Object.hasOwn(answers, question.key)) return question.required ? [{ pointer, message: "is required" }] : [];
  const answer = answers[question.key]!;
  if (question.required && isEmpty(answer)) return [{ pointer, message: "is required" }];
  const message = CHECKS[question.type](answer, question.options ?? []);
  return message === null ? [] : [{ pointer, message }];
}

function isEmpty(answer: Answer): boolean {
  return (typeof answer === "string" || Array.isArray(answer)) && answer.length === 0;
}

function textOf(answer: Answer, longest: number): string | null {
  if (typeof answer !== "string") return "must be text";
  return answer.length <= longest ? null : `must have at most ${longest} characters`;
}

/** Checks the questions themselves; pointers are into `/questions`. */
export function questionErrors(questions: readonly Question[]): FieldError[] {
  const seen = new Set<string>();
  return questions.flatMap((question, index) => {
    const errors: FieldError[] = [];
    if (seen.has(question.key)) errors.push({ pointer: `/questions/${index}/key`, message: "is used twice" });
    seen.add(question.key);
    const isChoice = question.type === "choice" || question.type === "multiple_choice";
    if (isChoice && !question.options?.length)
      errors.push({ pointer: `/questions/${index}/options`, message: "is required for a choice" });
    if (!isChoice && question.options)
      errors.push({ pointer: `/questions/${index}/options`, message: "belongs to choices only" });
    return errors;
  });
}
