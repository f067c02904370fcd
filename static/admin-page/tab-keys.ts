/** The tab that a key moves to: arrows around the list, Home and End to its ends; null for other keys. */
export function tabAfter(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'ArrowRight':
      return (index + 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
