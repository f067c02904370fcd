/** What whoever starts the site can mend; its sentence says how, and needs no stack beside it. */
export class StartProblem extends Error {}
