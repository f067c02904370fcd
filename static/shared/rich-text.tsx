import { EMPHASIS } from '../../src/i18n/message';

const EMPHASIZED = new RegExp(`${EMPHASIS.from}(.*?)${EMPHASIS.to}`, 's');

/** A message with the words that matter as it marks them. Everything else is text: nothing in it becomes markup. */
export function RichText(props: { readonly text: string }) {
  return props.text.split(EMPHASIZED).map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part));
}
