import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// What the names of a source's files say of their days.
///
/// The order of day and month counts where a name of the source proves it.
struct VersionNames {
  private let order: FileNameDate.Order?

  /// - Parameter paths: of all files of the source, those of former runs included.
  init(_ paths: some Sequence<FileName>) {
    order = FileNameDate.order(of: paths.lazy.map { FileNameDate($0.spelling) })
  }

  func day(of path: FileName) -> NamedDay? { FileNameDate(path.spelling).day(order) }
}
