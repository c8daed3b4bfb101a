/**
 * `name`, or with the first number that makes it new; it is then taken.
 *
 * @param respelt what a name with a number becomes
 */
export function uniqueName(name: string, taken: Set<string>, respelt = (text: string) => text): string {
  let unique = name;
  for (let number = 2; taken.has(unique); number++) unique = respelt(withNumber(name, number));
  taken.add(unique);
  return unique;
}

function withNumber(name: string, number: number): string {
  return name.endsWith('"') ? `${name.slice(0, -1)}_${number}"` : `${name}_${number}`;
}
