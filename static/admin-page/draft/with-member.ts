/** The list with the member in it or without it; the same list where that is so already. */
export function withMember(list: readonly string[], member: string, on: boolean): readonly string[] {
  if (list.includes(member) === on) return list;
  return on ? [...list, member] : list.filter((other) => other !== member);
}
