/// How the page looks: calm on a screen, complete in black and white on A4 and Letter.
///
/// Nothing rests on colour or on a background alone: browsers leave backgrounds out of print.
enum ReportStyle {
  /// The style sheet, all of it our own.
  static let sheet = base + tables + charts + questions + print

  private static let base = """
    :root { color-scheme: light; --ink: #1c2329; --soft: #505b65; --rule: #c7ced4;
      --accent: #234f73; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 4rem; color: var(--ink);
      background: #fff; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto,
      "Noto Sans", "Liberation Sans", "Noto Sans CJK KR", sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
    h2 { font-size: 1.3rem; line-height: 1.3; margin: 3rem 0 1rem; padding-bottom: .3rem;
      border-bottom: 2px solid var(--accent); }
    h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
    p { margin: .5rem 0; max-width: 46rem; }
    a { color: var(--accent); }
    nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 0 0 2rem;
      padding: 0; font-size: .9rem; }
    .note { color: var(--soft); font-size: .85rem; }
    .facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.25rem; margin: 0; }
    .facts dt { color: var(--soft); }
    .facts dd { margin: 0; }
    .methods { padding-left: 1.2rem; max-width: 46rem; font-size: .9rem; }
    .methods li { margin: .25rem 0; }

    """

  private static let tables = """
    .wide { overflow-x: auto; margin: .75rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem;
      font-variant-numeric: tabular-nums; }
    table.narrow { width: auto; min-width: 20rem; }
    caption { text-align: left; font-weight: 600; padding: .25rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; font-weight: 400;
      border-bottom: 1px solid var(--rule); }
    thead th { vertical-align: bottom; font-weight: 600; font-size: .9em; line-height: 1.3;
      border-bottom: 2px solid var(--ink); overflow-wrap: normal; }
    tbody th { font-weight: 600; }
    .number { text-align: right; }
    td.number { overflow-wrap: normal; }
    .interval, .aside { color: var(--soft); }
    .interval, .aside, .pupils td.number, .answers td.number { white-space: nowrap; }
    .glance .interval, .glance .aside, .test .interval, .test .aside { display: block;
      font-size: .88em; }
    .pupils tbody th, .glance td:last-child, .answers tbody th { min-width: 10em; }
    .pupils td:last-child { min-width: 12em; width: 45%; }
    .test td:last-child { min-width: 14em; }
    details summary { cursor: pointer; color: var(--soft); font-size: .85rem; margin-top: .5rem; }

    """

  private static let charts = """
    figure { margin: 1rem 0; overflow-x: auto; }
    figcaption { font-weight: 600; font-size: .95em; margin-bottom: .4rem; }
    svg { display: block; width: 100%; min-width: 34rem; max-width: 720px; height: auto; }
    svg text { font-family: inherit; font-size: 12px; fill: var(--ink); }
    svg .label, svg .axis-name { unicode-bidi: isolate; }
    svg .tick, svg .axis-name { fill: var(--soft); }
    svg .axis { stroke: #1c2329; stroke-width: 1.25; }
    svg .grid { stroke: #c7ced4; stroke-width: 1; }
    svg .bar { fill: #3f6f95; stroke: #1c2329; stroke-width: .75; }
    svg .outline { fill: #fff; stroke: #6d7780; stroke-width: .75; }
    svg .pale { fill: #d5e0e9; stroke: #1c2329; stroke-width: .75; }
    svg .striped { stroke: #1c2329; stroke-width: .75; }
    svg .stripe-ground { fill: #fff; }
    svg .stripe { fill: #6d7780; }
    svg .whisker { stroke: #1c2329; stroke-width: 1.75; }
    svg .chance { stroke: #1c2329; stroke-width: 1.25; stroke-dasharray: 3 2; }

    """

  private static let questions = """
    .question { border-top: 1px solid var(--rule); margin-top: 1.5rem; }
    .stem { font-size: 1.05rem; white-space: pre-line; }
    .passage, .explanation { white-space: pre-line; }
    .explanation { border-left: 3px solid var(--rule); padding-left: .75rem; }
    .flags { list-style: none; margin: .6rem 0; padding: .5rem .75rem; border: 1.5px solid var(--ink);
      max-width: 46rem; }
    .choosers { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .75rem;
      margin: .5rem 0; font-size: .9rem; }
    .choosers dt { font-weight: 600; }
    .choosers dd { margin: 0; }

    """

  private static let print = """
    @media (max-width: 40rem) {
      .facts, .choosers { grid-template-columns: 1fr; }
    }
    @page { margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages);
      font: 8pt sans-serif; } }
    @media print {
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
      nav, summary { display: none; }
      .wide, figure { overflow: visible; }
      svg { min-width: 0; }
      h1 { font-size: 17pt; }
      h2 { font-size: 13pt; margin-top: 1.6rem; }
      h2, h3, h2 + p, caption, figcaption, thead, .stem { break-after: avoid; }
      h3 { margin: .6rem 0 .3rem; font-size: 11pt; }
      table, .choosers, .methods { font-size: 8.5pt; }
      .note { font-size: 8pt; }
      .question { margin-top: .8rem; }
      .stem { font-size: 10.5pt; }
      .wide, .flags, figure { margin: .4rem 0; }
      p, .choosers { margin: .25rem 0; }
      tr, caption, figure, .question, .flags, .methods li { break-inside: avoid; }
      tbody tr:last-child, tbody tr:nth-last-child(2) { break-before: avoid; }
      thead { display: table-header-group; }
      p, dd, li { orphans: 3; widows: 3; }
      th, td { padding: .12rem .4rem; line-height: 1.3; }
      a { color: inherit; text-decoration: none; }
    }
    """
}
