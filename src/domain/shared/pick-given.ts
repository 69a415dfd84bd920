/** The named fields that the input holds. One that is left out, or undefined, is not given. */
export function pickGiven<Input extends object, Field extends keyof Input>(
  input: Input,
  fields: readonly Field[],
): { [Name in Field]?: Exclude<Input[Name], undefined> } {
  const given = fields.filter((field) => input[field] !== undefined).map((field) => [field, input[field]]);
  return Object.fromEntries(given) as { [Name in Field]?: Exclude<Input[Name], undefined> };
}
