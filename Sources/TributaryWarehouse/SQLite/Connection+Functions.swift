import CSQLite
import TributaryModel

extension Connection {
  /// Makes a Swift function callable from SQL under that name.
  ///
  /// The function must be pure: SQLite may keep its answer for equal arguments.
  func register(
    _ name: String, arguments: Int32, _ body: @escaping ([Cell]) -> Cell
  ) throws(WarehouseError) {
    // Safety: the retained box belongs to SQLite until it calls the destructor below, also when
    // the registration fails.
    let box = unsafe Unmanaged.passRetained(FunctionBox(body)).toOpaque()
    let code = unsafe sqlite3_create_function_v2(
      handle, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, box,
      { context, count, values in
        // Safety: SQLite hands over `count` values that live through the call, and the box that
        // was registered.
        guard let context = unsafe context, let box = unsafe sqlite3_user_data(context) else {
          return
        }
        let function = unsafe Unmanaged<FunctionBox>.fromOpaque(box).takeUnretainedValue()
        var cells: [Cell] = []
        for position in 0..<Int(count) {
          cells.append(unsafe Connection.cell(of: values?[position]))
        }
        unsafe Connection.answer(context, with: function.body(cells))
      }, nil, nil,
      { box in
        // Safety: balances the retain of the registration; SQLite calls it once.
        guard let box = unsafe box else { return }
        unsafe Unmanaged<FunctionBox>.fromOpaque(box).release()
      })
    guard code == SQLITE_OK else { throw lastFailure("register the function \(name)") }
  }

  // Safety: the value lives through SQLite's call of the function; texts are copied by length.
  private static func cell(of value: OpaquePointer?) -> Cell {
    switch unsafe sqlite3_value_type(value) {
    case SQLITE_INTEGER: return .integer(unsafe sqlite3_value_int64(value))
    case SQLITE_FLOAT: return .real(unsafe sqlite3_value_double(value))
    case SQLITE_NULL: return .null
    default:
      guard let start = unsafe sqlite3_value_text(value) else { return .null }
      let count = Int(unsafe sqlite3_value_bytes(value))
      return .text(
        unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
    }
  }

  // Safety: the context lives through SQLite's call of the function; the text is copied.
  private static func answer(_ context: OpaquePointer, with cell: Cell) {
    switch cell {
    case .null: unsafe sqlite3_result_null(context)
    case .integer(let value): unsafe sqlite3_result_int64(context, value)
    case .real(let value): unsafe sqlite3_result_double(context, value)
    case .text(let value):
      let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      unsafe sqlite3_result_text(context, value, Int32(clamping: value.utf8.count), transient)
    }
  }
}

/// Carries a Swift function through SQLite's untyped context.
private final class FunctionBox {
  let body: ([Cell]) -> Cell

  init(_ body: @escaping ([Cell]) -> Cell) {
    self.body = body
  }
}
