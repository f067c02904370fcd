/**
 * Replaces the global Date by one that runs at the site's clock, and gives what moves it: the offset in milliseconds
 * from the machine's clock. Only Date moves; timers keep the machine's pace.
 */
export function installSiteDate(): (offset: number) => void {
  const SystemDate = globalThis.Date;
  const systemNow = SystemDate.now.bind(SystemDate);
  let offset = 0;
  const now = (): number => systemNow() + offset;
  globalThis.Date = new Proxy(SystemDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new SystemDate(now()).toString(),
    get: (target, property) => (property === 'now' ? now : (Reflect.get(target, property) as unknown)),
  });
  Object.defineProperty(SystemDate.prototype, 'constructor', {
    value: globalThis.Date,
    configurable: true,
    writable: true,
  });
  return (moved) => {
    if (Number.isFinite(moved)) offset = moved;
  };
}
