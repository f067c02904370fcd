import { useEffect, useRef, type RefObject } from 'react';

/** How finely the bar follows the reader's scrolling; the strips' height in admin-page.css. */
const STRIP_PIXELS = 24;

/**
 * Keeps a bar at the lower edge of what the reader sees. Jira makes the frame as tall as its page, so that nothing sticks
 * within it and the frame never hears of scrolling; what the browser does tell, across origins, is which strips of the
 * page are in sight. Where the frame scrolls by itself, CSS keeps the bar in place and this does nothing.
 */
export function useFloatingBar(): { readonly bar: RefObject<HTMLElement>; readonly strips: RefObject<HTMLDivElement> } {
  const bar = useRef<HTMLElement>(null);
  const strips = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const moved = bar.current;
    const column = strips.current;
    if (!moved || !column) return;
    const inSight = new Set<Element>();

    const place = (): void => {
      const { scrollHeight, clientHeight } = document.documentElement;
      const isWholePage = scrollHeight <= clientHeight + 1;
      const lowest = Math.max(...[...inSight].map((strip) => strip.getBoundingClientRect().bottom));
      const below = isWholePage && Number.isFinite(lowest) ? document.body.offsetHeight - lowest : 0;
      // The strips end up to one strip before the page does.
      moved.style.setProperty('--below', below > STRIP_PIXELS ? `${String(below)}px` : '0px');
    };
    const sight = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio } of entries) {
          if (intersectionRatio > 0.9) inSight.add(target);
          else inSight.delete(target);
        }
        place();
      },
      { threshold: [0.9, 1] },
    );
    const fill = (): void => {
      const wanted = Math.floor(document.body.offsetHeight / STRIP_PIXELS);
      for (
        let last = column.lastElementChild;
        last && column.childElementCount > wanted;
        last = column.lastElementChild
      ) {
        sight.unobserve(last);
        inSight.delete(last);
        last.remove();
      }
      while (column.childElementCount < wanted) sight.observe(column.appendChild(document.createElement('div')));
      place();
    };
    const size = new ResizeObserver(fill);
    size.observe(document.body);
    window.addEventListener('resize', place);
    return () => {
      size.disconnect();
      sight.disconnect();
      window.removeEventListener('resize', place);
      column.replaceChildren();
    };
  }, []);
  return { bar, strips };
}
