import TributaryModel

/// The columns of a table that hold host names, brought into the form in which hosts are compared.
///
/// Whatever format a file has, its domains meet those of the logs and of the pipeline file.
struct HostColumns {
  private let positions: [Int]

  init(of shape: TableShape) {
    positions = ["domain", "geodomain"].compactMap(shape.position(of:))
  }

  func normalized(_ batch: TableBatch) -> TableBatch {
    guard !positions.isEmpty else { return batch }
    var batch = batch
    for row in batch.rows.indices {
      for position in positions {
        guard case .text(let host) = batch.rows[row].cells[position] else { continue }
        batch.rows[row].cells[position] = .text(DomainName.normalized(host))
      }
    }
    return batch
  }
}
