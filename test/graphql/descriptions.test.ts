import { expect, test } from "@jest/globals";
import { isEnumType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from "graphql";
import { schema } from "../../src/graphql/schema.ts";

/** Everything of the schema that a reader may ask about, by its place, with what is said of it. */
function* described(): Generator<[place: string, description: string | null | undefined]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    yield [type.name, type.description];
    if (isEnumType(type))
      for (const { name, description } of type.getValues()) yield [`${type.name}.${name}`, description];
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description];
      for (const { name, description } of field.args) yield [`${type.name}.${field.name}(${name})`, description];
    }
  }
}

test("every type, field, argument and enum value of the schema says what it is", () => {
  const all = [...described()];
  expect(all.filter(([, description]) => !description?.trim()).map(([place]) => place)).toEqual([]);
  expect(all.map(([place]) => place)).toEqual(
    expect.arrayContaining(["Query.bookings(first)", "BookingStatus.pending"]),
  );
});
