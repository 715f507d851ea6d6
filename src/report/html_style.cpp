#include "report/html_style.hpp"

namespace concordat {

const std::string_view html_style = R"css(
:root {
  --breached: #9f1d20; --late: #8a4a00; --undetermined: #5a3a8e; --pending: #3c5068; --waived: #0a5a6a; --met: #1b6a36;
  --na: #595959;
  --breached-bg: #fbe3e2; --late-bg: #ffedd2; --undetermined-bg: #ece5f8; --pending-bg: #e6ecf3; --waived-bg: #dcf0f3;
  --met-bg: #e2f2e6; --na-bg: #f0f0f0;
  --ink: #1c1f23; --soft: #54595f; --line: #cfd3d8; --paper: #fff; --ground: #f6f7f9; --link: #17458f;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere; }
.date { white-space: nowrap; }
thead th { overflow-wrap: break-word; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; padding: .6rem 0 0; font-size: .9rem; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.15rem; margin: 2rem 0 .75rem; }
h4 { font-size: 1rem; line-height: 1.4; margin: 0 0 .15rem; }
p { margin: 0 0 .75rem; max-width: 46rem; }
ul { margin: 0; padding-left: 1.2rem; }
a { color: var(--link); }
a:focus-visible, .scroller:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font: .875em/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.signs-source { position: absolute; width: 0; height: 0; }
.sign { width: 1.05em; height: 1.05em; vertical-align: -.16em; flex: none; }
.kind { margin: 0; color: var(--soft); text-transform: uppercase; letter-spacing: .06em; font-size: .8rem; }
.id, .place, .small, .aside { color: var(--soft); font-size: .875rem; }
.id, .place { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .8rem; font-weight: 400; }
.note { border-left: 4px solid var(--late); padding: .3rem .75rem; background: var(--late-bg); }
.verdict { white-space: nowrap; font-weight: 600; }
[data-verdict=breached] { color: var(--breached); } [data-verdict=late] { color: var(--late); }
[data-verdict=undetermined] { color: var(--undetermined); } [data-verdict=pending] { color: var(--pending); }
[data-verdict=waived] { color: var(--waived); } [data-verdict=met] { color: var(--met); } [data-verdict=not-applicable] { color: var(--na); }
dl { margin: 0; } dd { margin: 0; }
.facts { display: grid; gap: .15rem; }
.facts div, .terms div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 0 1rem; }
dt { color: var(--soft); }

.outcome h2 { margin-top: 2rem; }
.headline { font-size: 1.35rem; line-height: 1.35; font-weight: 650; }
.good .headline { color: var(--met); }
.bad .headline { color: var(--breached); }
.bar { display: flex; gap: 2px; height: 2.4rem; margin: 1rem 0; }
.bar span { flex: 1 1 0; min-width: 2.9rem; display: flex; align-items: center; justify-content: center; gap: .3rem; }
.bar b { font-weight: 650; }
.key { display: grid; grid-template-columns: repeat(auto-fill, minmax(26rem, 1fr)); gap: .35rem 2rem; }
.key div { display: grid; grid-template-columns: 8.5rem 1fr; gap: .5rem; font-size: .9rem; }
.key dd span { color: var(--soft); }
.key .none { display: none; }
.breached { background: var(--breached-bg); } .late { background: var(--late-bg); } .undetermined { background: var(--undetermined-bg); }
.pending { background: var(--pending-bg); } .waived { background: var(--waived-bg); } .met { background: var(--met-bg); }
.not-applicable { background: var(--na-bg); }

.scroller { overflow-x: auto; margin: 0 0 1rem; position: relative; }
.scroller > table { min-width: 40rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
th { font-weight: 600; }
td p { margin: 0 0 .2rem; }
td.clause, th.clause { font-weight: 600; min-width: 5.2rem; }
.brief { list-style: none; padding: 0; }
.brief li { display: grid; grid-template-columns: 7.5rem 7rem minmax(0, 1fr); gap: 0 .75rem; padding: .45rem 0; border-bottom: 1px solid var(--line); }
.brief p { margin: 0; max-width: none; }
.scroller > .matrix { min-width: 44rem; }
.matrix thead th + th, .matrix td { text-align: center; min-width: 4rem; }
.matrix thead th + th { width: 4.5rem; font-size: .8rem; padding: .45rem .2rem; }
.matrix thead th:first-child { min-width: 18rem; }
.matrix tbody th { font-weight: 400; }
.matrix .says { color: var(--soft); }
.matrix td { border: 1px solid var(--line); vertical-align: middle; padding: .3rem; }
.matrix td a { color: inherit; text-decoration: none; display: block; }
.matrix .idle { color: var(--soft); font-style: italic; }
.signs { display: inline-flex; flex-wrap: wrap; justify-content: center; gap: .1rem .5rem; }
.signs span { display: inline-flex; align-items: center; gap: .2rem; font-variant-numeric: tabular-nums; }
.rows { table-layout: fixed; }
.rows thead th:nth-child(1) { width: 22%; } .rows thead th:nth-child(2) { width: 36%; }
.rows .rule th { background: var(--ground); padding-top: .6rem; }
.rows .rule a { font-weight: 400; font-size: .85rem; }
.rows .case { font-weight: 400; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; max-width: none; font-size: .875rem; }

.lane { margin: 0; min-width: 46rem; border-top: 1px solid var(--ink); padding-top: .35rem; }
.lane svg { display: block; width: 100%; height: auto; }
.lane figcaption { line-height: 1.35; padding-bottom: .2rem; }
.covered { fill: #f0f3f7; } .grid { stroke: #c4cad1; } .now { stroke: var(--ink); stroke-dasharray: 5 3; }
.axis { font-size: 12px; fill: var(--soft); }
.lane .meeting { fill: var(--ink); } .lane .record { fill: #5d7190; }
.lane .clause { font-size: 12px; font-weight: 400; fill: var(--ink); }
.window { stroke-width: 1; }
.lane .breached .window { fill: var(--breached-bg); stroke: var(--breached); stroke-width: 2; }
.lane .breached .clause { fill: var(--breached); font-weight: 700; }
.lane .late .window { fill: var(--late-bg); stroke: var(--late); stroke-width: 2; }
.lane .late .clause { fill: var(--late); font-weight: 700; }
.overrun { stroke: var(--late); stroke-width: 4; stroke-dasharray: 3 2; }
.lane .undetermined .window { fill: var(--undetermined-bg); stroke: var(--undetermined); stroke-dasharray: 2 2; }
.lane .pending .window { fill: #fff; stroke: var(--pending); stroke-dasharray: 5 3; }
.lane .waived .window { fill: var(--waived-bg); stroke: var(--waived); }
.lane .met .window { fill: var(--met-bg); stroke: #8fbf9d; }
.swatch { display: inline-block; width: 1.6rem; height: .85rem; border: 1px solid; vertical-align: -.1em; }
.swatch.meeting { width: .7rem; height: .7rem; border-radius: 50%; background: var(--ink); }
.swatch.record { width: .2rem; border: 0; background: #5d7190; margin: 0 .4rem; }
.swatch.breached { border: 2px solid var(--breached); } .swatch.late { border: 2px solid var(--late); }
.swatch.undetermined { border: 1px dotted var(--undetermined); } .swatch.pending { border: 1px dashed var(--pending); background: #fff; }
.swatch.waived { border-color: var(--waived); } .swatch.met { border-color: #8fbf9d; }
.swatch.covered { border: 0; background: #e3e8ee; } .swatch.now { width: 0; border-width: 0 0 0 2px; border-style: dashed; margin: 0 .5rem; }

article { border: 1px solid var(--line); border-left: .4rem solid var(--na); background: var(--paper); padding: .8rem 1rem; margin: 0 0 1rem; }
article.breached { border-left-color: var(--breached); background: var(--paper); } article.late { border-left-color: var(--late); background: var(--paper); }
article.undetermined { border-left-color: var(--undetermined); background: var(--paper); } article.pending { border-left-color: var(--pending); background: var(--paper); }
article.waived { border-left-color: var(--waived); background: var(--paper); }
article .id { margin-bottom: .5rem; }
article .clause { padding: 0 .2rem; }
.terms { display: grid; gap: .3rem; font-size: .95rem; }
.assumed div { padding: .35rem 0; border-bottom: 1px solid var(--line); font-size: .95rem; }
.assumed dt { color: var(--ink); font-weight: 600; }
:target { outline: 3px solid var(--link); outline-offset: 2px; }

@media (max-width: 40rem) {
  main { padding: 1rem .9rem 3rem; }
  h1 { font-size: 1.5rem; }
  .facts div, .terms div { grid-template-columns: 1fr; }
  .facts div, .terms div { padding-bottom: .3rem; }
  .key { grid-template-columns: 1fr; }
  .bar span { min-width: 2.6rem; font-size: .85rem; }
  .brief li { grid-template-columns: 7rem minmax(0, 1fr); }
  .brief div { grid-column: 1 / -1; }
  .matrix .says { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .scroller > .matrix { min-width: 30rem; }
  .matrix thead th:first-child { min-width: 0; }
}
@page { size: A4; margin: 14mm 12mm; }
@media print {
  html { font-size: 9pt; }
  body { font-size: 1rem; line-height: 1.4; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  h2 { margin-top: 7mm; }
  #time, #findings { break-before: page; }
  h2, h3, h4, .rule, .legend, .kind { break-after: avoid; }
  h2 + p { break-after: avoid; }
  nav { display: none; }
  .scroller { overflow: visible; }
  .scroller > table, .scroller > .matrix, .lane { min-width: 0; }
  .matrix thead th + th, .matrix td { min-width: 0; padding: .25rem .2rem; }
  .matrix thead th + th { width: 13mm; font-size: 7.5pt; }
  table { line-height: 1.3; }
  th, td { padding: .9mm 1.2mm; }
  thead { display: table-header-group; }
  tr, .lane, li, .terms div, .assumed div, .key, .bar, .legend { break-inside: avoid; }
  article { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
)css";

const std::string_view html_signs = R"svg(<svg class="signs-source" aria-hidden="true">
<symbol id="sign-breached" viewBox="0 0 16 16"><path fill="#9f1d20" d="M5 0h6l5 5v6l-5 5H5l-5-5V5z"/><path stroke="#fff" stroke-width="2.4" d="M4.6 4.6l6.8 6.8M11.4 4.6l-6.8 6.8"/></symbol>
<symbol id="sign-late" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.8" fill="#fff" stroke="#8a4a00" stroke-width="2.2"/><path fill="none" stroke="#8a4a00" stroke-width="2" d="M8 3.6V8.4l3.2 2"/></symbol>
<symbol id="sign-undetermined" viewBox="0 0 16 16"><rect x="1" y="1" width="14" height="14" rx="3" fill="#fff" stroke="#5a3a8e" stroke-width="1.8"/><path fill="none" stroke="#5a3a8e" stroke-width="2" d="M5.6 6.2a2.4 2.4 0 1 1 3.3 2.2c-.7.3-.9.7-.9 1.4"/><circle cx="8" cy="12.2" r="1.2" fill="#5a3a8e"/></symbol>
<symbol id="sign-pending" viewBox="0 0 16 16"><circle cx="8" cy="8" r="7" fill="#fff" stroke="#3c5068" stroke-width="1.6" stroke-dasharray="2.6 1.8"/><g fill="#3c5068"><circle cx="4.6" cy="8" r="1.2"/><circle cx="8" cy="8" r="1.2"/><circle cx="11.4" cy="8" r="1.2"/></g></symbol>
<symbol id="sign-waived" viewBox="0 0 16 16"><path fill="#0a5a6a" d="M8 0l7 2.5V8c0 4-3 6.6-7 8-4-1.4-7-4-7-8V2.5z"/><path stroke="#fff" stroke-width="2" d="M4.5 8h7"/></symbol>
<symbol id="sign-met" viewBox="0 0 16 16"><path fill="none" stroke="#1b6a36" stroke-width="2.8" d="M1.8 8.6l4.2 4.2 8.2-9.4"/></symbol>
<symbol id="sign-not-applicable" viewBox="0 0 16 16"><path stroke="#595959" stroke-width="2.2" d="M2.5 8h11"/></symbol>
</svg>
)svg";

}  // namespace concordat
