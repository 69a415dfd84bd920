/** The object without the named fields. */
export function omit<T extends object, Field extends keyof T>(object: T, ...fields: Field[]): Omit<T, Field> {
  const rest = { ...object };
  for (const field of fields) Reflect.deleteProperty(rest, field);
  return rest;
}
