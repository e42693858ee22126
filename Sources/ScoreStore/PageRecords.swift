import FoundationEssentials
import QuizModel

/// Reads records straight from the pages of a SQLite file, whatever state the rest of it is in.
///
/// Each leaf of a table is read for itself (SQLite's file format, sections 1.5, 1.6 and 2.1), so that
/// nothing depends on the schema, on inner pages or on neighbours. What looks like a row of `records`
/// is one.
struct PageRecords {
  /// A row as it stands in a page.
  struct Found {
    /// Its number in the table.
    let number: Int64
    /// The record, if it is sound.
    let row: StoredRow
  }

  private static let leaf: UInt8 = 0x0d
  private static let headerLength = 100
  private static let usualPage = 4_096

  private let bytes: Data
  private let pageSize: Int
  private let coder = RecordCoder()

  /// Takes the bytes of a file, from index 0 on.
  init(_ bytes: Data) {
    self.bytes = bytes
    let told = bytes.count >= 18 ? Int(bytes[16]) << 8 | Int(bytes[17]) : 0
    let size = told == 1 ? 65_536 : told
    let isSize = (512...65_536).contains(size) && size & (size - 1) == 0
    let isHeader = bytes.starts(with: Array("SQLite format 3\0".utf8))
    pageSize = isHeader && isSize ? size : PageRecords.usualPage
  }

  /// Takes the bytes of a write-ahead log (section 4.1): each page stands behind a header.
  init(framesOf log: Data) {
    let told = log.count >= 12 ? Int(log[10]) << 8 | Int(log[11]) : 0
    let size = told > 0 ? told : PageRecords.usualPage
    var pages = Data()
    var place = 32 + 24
    while place + size <= log.count {
      pages += log[place..<place + size]
      place += size + 24
    }
    (bytes, pageSize) = (pages, size)
  }

  /// How many whole pages there are.
  private var pageCount: Int { bytes.count / pageSize }

  /// Goes through all rows that can be made out, in the order of the file.
  func forEach(_ body: (Found) throws -> Void) rethrows {
    for page in 0..<pageCount {
      for cell in cells(of: page) {
        if let found = row(at: cell, in: page) { try body(found) }
      }
    }
  }

  /// Where the cells of a page begin; none if it is no leaf of a table.
  private func cells(of page: Int) -> [Int] {
    let start = page * pageSize
    let header = start + (page == 0 ? PageRecords.headerLength : 0)
    guard bytes[header] == PageRecords.leaf else { return [] }
    let count = number(at: header + 3, length: 2)
    // A cell takes four bytes at least, and its pointer two.
    guard count <= (pageSize - 8) / 6 else { return [] }
    return (0..<count).map { start + number(at: header + 8 + 2 * $0, length: 2) }
      .filter { (header + 8..<start + pageSize).contains($0) }
  }

  private func number(at place: Int, length: Int) -> Int {
    bytes[place..<min(place + length, bytes.count)].reduce(0) { $0 << 8 | Int($1) }
  }

  private func row(at cell: Int, in page: Int) -> Found? {
    var place = cell
    guard let length = PageRow.varint(in: bytes, &place),
      let number = PageRow.varint(in: bytes, &place),
      length > 0, length <= Int64(StoredRecord.longestLine),
      let payload = payload(at: place, in: page, length: Int(length))
    else { return nil }
    return PageRow(payload).map { Found(number: number, row: $0.judged(by: coder)) }
  }

  /// A payload, also where part of it lies in pages of its own.
  private func payload(at place: Int, in page: Int, length: Int) -> Data? {
    let end = (page + 1) * pageSize
    let most = pageSize - 35
    if length <= most { return place + length <= end ? Data(bytes[place..<place + length]) : nil }
    let least = (pageSize - 12) * 32 / 255 - 23
    let rest = least + (length - least) % (pageSize - 4)
    let local = rest <= most ? rest : least
    guard place + local + 4 <= end else { return nil }
    var payload = Data(bytes[place..<place + local])
    var next = number(at: place + local, length: 4)
    while payload.count < length {
      // Pages are counted from 1 on; a chain that leads astray ends with the length at the latest.
      guard (1...pageCount).contains(next) else { return nil }
      let start = (next - 1) * pageSize
      let count = min(pageSize - 4, length - payload.count)
      payload += bytes[start + 4..<start + 4 + count]
      next = number(at: start, length: 4)
    }
    return payload
  }
}
