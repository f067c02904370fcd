/** Names that every object of the language answers to, whether somebody put them there or not. */
export const RESERVED_NAMES = [
  ...Object.getOwnPropertyNames(Object.prototype).filter((name) => !/^__(?!proto__)/.test(name)),
  'prototype',
] as const;
