import { hashId } from '../../lib/hash-id.ts';

/** The console's only style sheet: calm, dense, readable on an old screen, in the sun and on paper. */
export const style = `
:root { color-scheme: light; --ink: #17212b; --soft: #55636f; --line: #c9d2da; --wash: #f2f5f7; --blue: #12487e; --navy: #12355b; --red: #a4151b; --green: #14663b; --amber: #7a4b00; --focus: #ffbf2f; font: 16px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--focus); color: #000; padding: .5rem 1rem; z-index: 2; }
a { color: var(--blue); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .15em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 0; box-shadow: 0 0 0 5px #17212b; }
main:focus { outline: none; box-shadow: none; }
.top { background: var(--navy); color: #fff; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .9rem; padding: .5rem 1rem; }
.top a, .top .link { color: #fff; }
.brand { font-weight: 700; text-decoration: none; font-size: 1.1rem; }
.brand span { font-weight: 400; font-size: .9rem; border-left: 1px solid #7d97b3; margin-left: .5rem; padding-left: .6rem; }
.top nav { flex: 1; }
.top ul { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem .25rem; margin: 0; padding: 0; }
.top li a { display: inline-block; padding: .35rem .45rem; text-decoration: none; border-radius: 3px; }
.top li a:hover { text-decoration: underline; }
.top li a[aria-current] { background: #fff; color: var(--navy); font-weight: 600; }
.who { display: flex; align-items: center; gap: 1rem; font-size: .95rem; }
.who form { margin: 0; }
.link { background: none; border: 0; padding: .35rem 0; font: inherit; color: var(--blue); text-decoration: underline; cursor: pointer; }
main { max-width: 78rem; margin: 0 auto; padding: .5rem 1rem 3rem; }
.narrow { max-width: 34rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .8rem 0 .6rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 1.6rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
p { margin: .4rem 0; }
p, li, dd, td { overflow-wrap: anywhere; }
ul, ol { margin: .3rem 0; padding-left: 1.3rem; }
.muted, .hint { color: var(--soft); font-size: .92rem; }
.hint { margin: .1rem 0 .3rem; }
.said { white-space: pre-wrap; unicode-bidi: isolate; overflow-wrap: anywhere; }
.foot { color: var(--soft); font-size: .85rem; border-top: 1px solid var(--line); padding: .8rem 1rem; text-align: center; }
.notice { border: 1px solid var(--green); border-left-width: 6px; background: #eef7f1; padding: .6rem .8rem; }
.warn { border: 1px solid #c98a12; border-left-width: 6px; background: #fff8e8; padding: .6rem .8rem; margin: .6rem 0; }
.summary { border: 3px solid var(--red); padding: .5rem 1rem .8rem; margin: .8rem 0; }
.summary h2 { margin: .2rem 0; } .summary a { color: var(--red); font-weight: 600; }
.field { margin: 0 0 1rem; border: 0; padding: 0; min-width: 0; }
.field > label, legend { font-weight: 600; display: block; margin-bottom: .2rem; padding: 0; }
.wrong { border-left: 5px solid var(--red); padding-left: .8rem; }
.error { color: var(--red); font-weight: 600; margin: .1rem 0 .3rem; }
input, select, textarea { font: inherit; color: inherit; border: 1px solid #5b6973; border-radius: 2px; padding: .4rem .5rem; background: #fff; max-width: 100%; }
.field > input, .field > textarea { width: 100%; }
input[type=checkbox], input[type=radio] { width: 1.25rem; height: 1.25rem; margin: .1rem .5rem 0 0; flex: none; }
.tick, .field > .tick { font-weight: 400; display: flex; align-items: flex-start; margin: .35rem 0; }
.button { font: inherit; font-weight: 600; border: 0; border-bottom: 3px solid #0a2643; border-radius: 3px; padding: .5rem 1rem; background: var(--blue); color: #fff; cursor: pointer; text-decoration: none; display: inline-block; }
.button:hover { background: #0e3a66; }
.button.plain { background: #e5eaee; color: var(--ink); border-color: #98a5b0; }
.button.danger { background: var(--red); border-color: #5c0a0e; }
.row { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: flex-end; }
.row .field { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: left; color: var(--soft); font-size: .92rem; padding: .2rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem .45rem 0; border-bottom: 1px solid var(--line); }
th { font-size: .92rem; }
thead th { border-bottom: 2px solid #8796a2; white-space: nowrap; }
td form { margin: 0; }
dl { margin: .4rem 0; display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; }
.badge { display: inline-block; border: 1px solid; border-radius: 3px; padding: 0 .4rem; font-size: .85rem; font-weight: 600; white-space: nowrap; background: #fff; color: #3b4751; }
.badge.blue { color: #0d4078; background: #e8f1fa; } .badge.green { color: var(--green); background: #e9f5ee; }
.badge.amber { color: var(--amber); background: #fff4dc; } .badge.red { color: var(--red); background: #fdecec; } .badge.violet { color: #5b2a86; background: #f4ecfa; }
.secret { font: 1rem ui-monospace, Consolas, monospace; background: var(--wash); padding: .6rem .8rem; overflow-wrap: anywhere; border: 1px dashed #5b6973; }
.tabs ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0; margin: .4rem 0 .8rem; padding: 0; border-bottom: 2px solid var(--line); }
.tabs a { display: block; padding: .45rem .75rem; text-decoration: none; border-bottom: 4px solid transparent; margin-bottom: -2px; }
.tabs a:hover { text-decoration: underline; } .tabs a[aria-current] { border-color: var(--blue); color: var(--ink); font-weight: 600; }
.count { background: #e5eaee; color: var(--ink); border-radius: 1rem; padding: 0 .5rem; font-size: .85rem; }
.search { background: var(--wash); padding: .7rem 1rem; } .search .field:first-of-type { flex: 1 1 18rem; } summary { cursor: pointer; padding: .3rem 0; color: var(--blue); }
.search details { margin-top: .4rem; } .search details .field:first-of-type { flex: 0 1 auto; }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr); gap: 0 2rem; } .columns h2:first-child { margin-top: .6rem; }
.bubble { margin: .3rem 0; padding: .6rem .8rem; border-radius: 4px; background: var(--wash); border-left: 5px solid #98a5b0; }
.bubble.office { background: #e8f1fa; border-color: var(--blue); } .bubble.inner { background: #fff8e8; border-left-style: dashed; border-color: #c98a12; }
.timeline { list-style: none; padding: 0; } .entry { margin: 0 0 .9rem; } .entry.inner { padding-left: 1.5rem; } .entry-head { margin: 0; font-size: .95rem; }
.delivery { margin: .2rem 0; font-size: .92rem; } .delivery form { display: inline; margin-left: .5rem; }
.acts { border: 1px solid var(--line); border-top: 4px solid var(--blue); padding: 0 1rem .8rem; margin-top: .6rem; } .acts form { margin: 0; } .acts .row { gap: .5rem; }
.acts > .row .button { padding: .35rem .7rem; font-weight: 500; } .button[aria-current] { background: #cfe0f1; border-color: var(--blue); }
.act-form { border-top: 1px solid var(--line); margin-top: .9rem; } dd form { display: inline; }
.files { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .6rem; } .files img { max-width: 14rem; max-height: 14rem; border: 1px solid var(--line); display: block; }
.steps { font-size: .92rem; } .paper { max-width: 40rem; } .office-name { text-transform: uppercase; font-weight: 700; } .code { font-size: 1.3rem; } .signatures { display: flex; justify-content: space-around; text-align: center; margin: 2rem 0 5rem; }
.unseen { position: absolute; left: -999rem; } .jump { display: none; } time, .cases th[scope=row], .day { white-space: nowrap; } .cases .said { white-space: normal; }
figure, .wide { margin: 0; overflow-x: auto; } .figures td { white-space: nowrap; } .figures .main-row > * { background: var(--wash); } .figures thead th { white-space: normal; }
.chart { width: 100%; max-width: 40rem; height: auto; display: block; } .chart .bar { fill: #12487e; } .chart .line { fill: none; stroke: #12487e; stroke-width: 2.5; } .chart .dot { fill: #12487e; } .chart .axis { stroke: #8796a2; }
.chart text { font-size: 12px; text-anchor: middle; fill: #17212b; } .chart .tick-label { fill: #55636f; }
.register-title { font-size: 1.2rem; font-weight: 700; text-align: center; } .register { page: register; } .ruled th, .ruled td { border: 1px solid #8796a2; padding: .3rem .4rem; font-size: .92rem; } .ruled .said { white-space: pre-line; overflow-wrap: break-word; } .ruled td { overflow-wrap: break-word; }
.works { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .6rem; } .works a { display: block; border: 1px solid var(--line); border-left: 5px solid var(--blue); padding: .6rem .8rem; text-decoration: none; } .works a:hover { background: var(--wash); } .works strong { font-size: 1.5rem; margin-right: .4rem; }
.empty { padding: 2rem 0; color: var(--soft); text-align: center; }
.ruled td + td { min-width: 5.6rem; }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 40rem) {
  main { padding: .3rem .8rem 2rem; }
  .top nav { order: 3; flex-basis: 100%; } .who { margin-left: auto; }
  .brand span { border: 0; margin-left: 0; } .top li a { padding: .25rem .35rem; font-size: .92rem; } .who { gap: .6rem; font-size: .88rem; }
  table.cards td:empty, table.cards td:has(> :only-child:empty:not(input)) { display: none !important; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
  .jump, table.cards caption { display: block; }
  thead th { white-space: normal; } th, td { padding-right: .35rem; font-size: .9rem; }
  table.cards thead { position: absolute; left: -999rem; }
  table.cards, table.cards tbody, table.cards tr, table.cards td, table.cards th { display: block; }
  table.cards tr { border-bottom: 1px solid #8796a2; padding: .5rem 0; }
  table.cards td, table.cards th { border: 0; padding: .1rem 0; }
  table.cards td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
}
@page register { size: A4 landscape; margin: 12mm; }
@media print {
  .no-print, .skip { display: none; } body { font-size: 11pt; } main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; }
}
`;

/** Where the sheet is served; changes with its content, so that browsers may keep it for good. */
export const stylePath = `/can-bo/kieu-${hashId(style)}.css`;
