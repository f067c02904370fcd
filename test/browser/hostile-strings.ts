/** Two hundred strings that somebody might give as a name: markup, scripts, directions, formulas, and sheer length. */
const RUNS = 'document.documentElement.dataset.ran=1';

const MARKUP = [
  `<script>${RUNS}</script>`,
  `<img src=x onerror="${RUNS}">`,
  `<svg onload="${RUNS}">`,
  `"><script>${RUNS}</script>`,
  `' onmouseover='${RUNS}`,
  `" autofocus onfocus="${RUNS}`,
  `</title><script>${RUNS}</script>`,
  `</textarea><script>${RUNS}</script>`,
  `<iframe srcdoc="<script>parent.${RUNS}</script>">`,
  `<a href="javascript:${RUNS}">x</a>`,
  `<style>*{display:none}</style>`,
  `<base href="//example.org/">`,
  `<meta http-equiv="refresh" content="0;url=//example.org/">`,
  `<form action="//example.org/"><input name=x>`,
  `<!--`,
  `]]>`,
  `&lt;b&gt;&amp;&quot;&#x27;`,
  `<b>x</b>`,
  `<details open ontoggle="${RUNS}">`,
  `<math><mtext></mtext><script>${RUNS}</script>`,
];
const WORDS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'null',
  'undefined',
  'NaN',
  '{{7*7}}',
  '${7*7}',
  '{0} {name}',
  '%s %d %n',
  '=1+1',
  '@SUM(A1)',
  '-2+3',
  "'; DROP TABLE tickets; --",
  '" OR 1=1 --',
  '../../etc/passwd',
  'C:\\nul',
];
const SCRIPTS = [
  '\u202Eevil\u202C',
  '\u200B\u200B',
  'e\u0301\u0301\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'مرحبا بالعالم',
  'שלום עולם',
  '統合失調症の管理',
  'ﬀﬁﬂ½',
  'İıſß',
  'a\u0000b'.replace('\u0000', '\u2400'),
];

/** Each kind as it is, with spaces around, twice, and joined to what people write. */
const varied = (text: string): readonly string[] => [text, `  ${text}  `, `${text}${text}`, `Hôpital ${text} – Nord`];

export const HOSTILE: readonly string[] = [
  ...[...MARKUP, ...WORDS].flatMap(varied),
  ...SCRIPTS.flatMap((text) => [text, `${text} ${text}`]),
  ...Array.from({ length: 20 }, (_, index) => 'W'.repeat(20 + index * 10)),
];
