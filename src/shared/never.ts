/** The last branch of an exhaustive switch: a type error when a case is missing. */
export function never(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
