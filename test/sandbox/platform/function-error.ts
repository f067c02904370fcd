/** Why a function gave no value. */
export type FunctionFault = 'threw' | 'timed-out' | 'crashed';

export class FunctionError extends Error {
  constructor(
    readonly functionKey: string,
    readonly fault: FunctionFault,
    message: string,
  ) {
    super(message);
    this.name = 'FunctionError';
  }
}
