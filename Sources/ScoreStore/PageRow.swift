import FoundationEssentials
import QuizModel

/// A row of `records` in the form in which SQLite keeps it (file format, section 2.1).
struct PageRow {
  /// A value of a row.
  private enum Value {
    case nothing
    case number(Int64)
    case text(Data)
    case other
  }

  private let values: [Value]

  /// Takes a payload apart; `nil` for what is no row of `records`, as an early or a late version has
  /// them.
  ///
  /// - Parameter payload: From index 0 on.
  init?(_ payload: Data) {
    var place = 0
    guard let length = PageRow.varint(in: payload, &place), (9...64).contains(length) else {
      return nil
    }
    var types: [Int64] = []
    while place < Int(length) {
      guard let type = PageRow.varint(in: payload, &place) else { return nil }
      types.append(type)
    }
    guard (8...9).contains(types.count), place == Int(length) else { return nil }
    var values: [Value] = []
    for type in types {
      guard let value = PageRow.value(of: type, in: payload, &place) else { return nil }
      values.append(value)
    }
    guard case .nothing = values[0], case .text = values[1], case .text = values[2],
      case .number = values[3], case .number = values[4], case .text = values[5],
      case .text = values[6]
    else { return nil }
    self.values = values
  }

  /// The row as a reader takes it.
  func judged(by coder: RecordCoder) -> StoredRow {
    StoredRow(
      id: uuid(1),
      device: uuid(2),
      sequence: number(3) ?? 0,
      instant: Instant(milliseconds: number(4) ?? 0),
      kind: text(5),
      payload: text(6),
      checksum: values.count > 8 ? number(8) ?? 0 : nil,
      coder: coder
    )
  }

  private func number(_ column: Int) -> Int64? {
    guard case .number(let number) = values[column] else { return nil }
    return number
  }

  private func text(_ column: Int) -> String? {
    guard case .text(let bytes) = values[column] else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private func uuid(_ column: Int) -> UUID? {
    guard case .text(let bytes) = values[column] else { return nil }
    return UUID(text: bytes)
  }

  /// A value of a serial type; `nil` if it reaches beyond the payload.
  private static func value(of type: Int64, in payload: Data, _ place: inout Int) -> Value? {
    let sizes: [Int64: Int] = [0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 8: 0, 9: 0]
    let isText = type >= 13 && type % 2 == 1
    let size = isText ? Int((type - 13) / 2) : sizes[type]
    guard let size, size <= payload.count - place else { return nil }
    let bytes = payload[place..<place + size]
    place += size
    switch type {
    case 0: return .nothing
    case 8, 9: return .number(type - 8)
    case 1...6:
      let first: Int64 = bytes.first.map { $0 > 0x7f ? -1 : 0 } ?? 0
      return .number(bytes.reduce(first) { $0 << 8 | Int64($1) })
    default: return isText ? .text(Data(bytes)) : .other
    }
  }

  /// A whole number of one to nine bytes (section 1.6).
  ///
  /// - Parameters:
  ///   - bytes: From index 0 on.
  ///   - place: Where it begins; then what comes after it.
  /// - Returns: `nil` if it reaches beyond the end.
  static func varint(in bytes: Data, _ place: inout Int) -> Int64? {
    var number: UInt64 = 0
    for index in 0..<9 {
      guard place < bytes.count else { return nil }
      let byte = bytes[place]
      place += 1
      if index == 8 { return Int64(bitPattern: number << 8 | UInt64(byte)) }
      number = number << 7 | UInt64(byte & 0x7f)
      if byte < 0x80 { return Int64(bitPattern: number) }
    }
    return nil
  }
}
