import { type Html, html, type HtmlValue, raw } from '../lib/html.ts';

const STYLE = raw(`
  :root { color-scheme: light; font: 17px/1.5 system-ui, "Noto Sans", sans-serif; color: #1c2733; }
  body { margin: 0 auto; max-width: 44rem; padding: 1rem 1rem 3rem; }
  h1 { font-size: 1.45rem; line-height: 1.25; margin: .5rem 0; }
  h2 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; border-bottom: 2px solid #dfe7f0; padding-bottom: .2rem; }
  h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
  p, li { overflow-wrap: anywhere; }
  ul, ol { padding-left: 1.3rem; margin: .3rem 0; }
  li { margin: .25rem 0; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: .4rem .5rem .4rem 0; border-bottom: 1px solid #e6ebf1; }
  th { white-space: nowrap; font-weight: 600; }
  .lead { font-size: 1.05rem; }
  .note { background: #fff6dd; border-left: 4px solid #e0a800; padding: .5rem .8rem; margin: .8rem 0; }
  .muted { color: #5a6877; font-size: .9rem; }
  .tag { background: #e8f0fb; border-radius: 3px; padding: 0 .4rem; font-size: .85rem; white-space: nowrap; }
  .button { display: inline-block; background: #0b5cad; color: #fff; text-decoration: none; padding: .6rem 1rem; border-radius: 6px; margin: .4rem .4rem .4rem 0; }
  .answer { white-space: pre-line; }
  .qr { width: 9rem; height: 9rem; }
  a { color: #0b5cad; }
  a:focus-visible { outline: 3px solid #e0a800; outline-offset: 2px; }
  @media (max-width: 30rem) { th, td { display: block; border: 0; padding: .1rem 0; } td { border-bottom: 1px solid #e6ebf1; padding-bottom: .5rem; } }
  @media print { body { max-width: none; font-size: 12pt; padding: 0; } .no-print { display: none; } a { color: inherit; } h2 { break-after: avoid; } }
`);

/** The style sheet of the public pages, served on its own so that no page needs inline style. */
export const pageStyle = STYLE.toString();

/** A whole page. Works without JavaScript, on a 360 px phone and on paper. */
export function page({
  title,
  head,
  body,
}: {
  title: string;
  head?: Html;
  body: HtmlValue;
}): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head}
<link rel="stylesheet" href="/trang.css">
</head>
<body>
${body}
</body>
</html>
`.toString();
}
