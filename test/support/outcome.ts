import { DomainError, type ErrorCode, type FieldError } from "../../src/domain/shared/errors.ts";

/** How a use case refused, or undefined when it did not. Whatever is no expected outcome is thrown on. */
export async function refusalOf(work: Promise<unknown>): Promise<DomainError | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

export async function codeOf(work: Promise<unknown>): Promise<ErrorCode | undefined> {
  return (await refusalOf(work))?.code;
}

/** The wrong places that a refused input was told of. */
export async function pointersOf(work: Promise<unknown>): Promise<string[]> {
  const refusal = await refusalOf(work);
  return refusal?.code === "validation_failed" ? refusal.errors.map(({ pointer }: FieldError) => pointer) : [];
}
