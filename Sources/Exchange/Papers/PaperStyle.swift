/// The style sheets of a paper and of its key: no size of page, so that A4 and Letter both do.
enum PaperStyle {
  /// What both share.
  ///
  /// Arial and Liberation Sans are equally wide, so that lines break alike wherever it is printed.
  private static let common = """
    * { box-sizing: border-box }
    html { color: #000; background: #fff; color-scheme: light }
    body { margin: 0; font: 11pt/1.35 Arial, "Liberation Sans", Helvetica, sans-serif; \
    overflow-wrap: anywhere }
    h1 { margin: 0 0 8pt; font-size: 16pt; line-height: 1.2 }
    bdi { white-space: pre-line }
    a { color: inherit }
    p, ol, ul { margin: 0; padding: 0 }
    ol, ul { list-style: none }
    .imprint { margin-top: 14pt; padding-top: 4pt; border-top: .5pt solid #000; font-size: 8.5pt; \
    break-inside: avoid }
    @media screen { body { max-width: 46em; margin: 2em auto; padding: 0 1em } }

    """

  /// The pages: margins that any printer has, and a number on each.
  private static func page(also boxes: String = "") -> String {
    """
    @page { margin: 14mm 18mm 20mm; \
    @bottom-center { content: \(PaperWords.pageOfPages); font: 9pt Arial, sans-serif }\(boxes) }

    """
  }

  /// Of a paper: the head of its table is repeated on each page, and its rows are not divided.
  static let paper =
    page() + common + """
      table.paper { width: 100%; border-collapse: collapse; table-layout: fixed }
      table.paper td { padding: 0; vertical-align: top }
      thead { display: table-header-group; break-inside: avoid }
      tr, .item { break-inside: avoid; page-break-inside: avoid }
      .running { display: flex; gap: 1.6em; padding-bottom: 5pt; margin-bottom: 10pt; \
      border-bottom: 1.5pt solid #000; font-size: 10.5pt; white-space: nowrap }
      .running b { font-size: 12pt }
      .blank { flex: 1; display: flex; gap: .5em }
      .blank i { flex: 1; border-bottom: .5pt solid #000 }
      .blanks { display: flex; gap: 1.6em; margin-bottom: 9pt }
      .instructions { margin-bottom: 11pt; font-style: italic }
      tr.heading { break-after: avoid }
      .item { padding: 0 0 8pt 2.2em }
      .stem { margin-bottom: 2pt; text-indent: -2.2em }
      .number, .label { display: inline-block; text-indent: 0 }
      .number { width: 2.2em; font-weight: bold }
      .options li { padding: 1pt 0 0 1.9em; text-indent: -1.9em }
      .label { width: 1.9em }
      .short li { display: inline-block; width: 24%; padding-right: .5em; vertical-align: top }
      .thirds li { width: 32% }

      """

  /// Of a key, which says on each page whose it is.
  static func key(of id: String) -> String {
    page(also: " @bottom-right { content: \"\(id)\"; font: 9pt Arial, sans-serif }")
      + common + """
        body { font-size: 10pt }
        h2 { margin: 14pt 0 4pt; font-size: 12pt; break-after: avoid }
        table { margin: 10pt 0; break-inside: avoid; border-collapse: collapse; font-variant-numeric: tabular-nums }
        caption { padding-bottom: 4pt; white-space: nowrap; text-align: left; font-weight: bold }
        thead { display: table-header-group; border-bottom: 1pt solid #000 }
        tr { break-inside: avoid; page-break-inside: avoid }
        th, td { padding: 1pt .35em; min-width: 1.9em; text-align: center; overflow-wrap: normal }
        tbody th { text-align: right; padding-right: 1em }
        tbody tr:nth-child(5n) { border-bottom: .5pt solid #000 }
        .answer { padding: 7pt 0; break-inside: avoid; page-break-inside: avoid; \
        border-top: .5pt solid #999 }
        .answer .stem { font-weight: bold; margin: 1pt 0 3pt }
        .places, .sources { font-size: 8.5pt }
        .others { margin: 2pt 0 0 1.2em; list-style: disc }
        .sources { margin-top: 3pt }

        """
  }
}
