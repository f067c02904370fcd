/** A message in which `<b>` marks the words that matter. Everything else is text: nothing in it becomes markup. */
export function RichText(props: { readonly text: string }) {
  return props.text.split(/<b>(.*?)<\/b>/).map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part));
}
