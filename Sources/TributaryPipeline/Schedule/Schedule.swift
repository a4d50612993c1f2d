/// What starts the nightly run: a systemd user timer with its service, or a line for cron.
///
/// Shape: text only; nothing is installed.
public struct Schedule: Sendable {
  private let pipeline: Pipeline
  /// The absolute path of the program.
  private let program: String

  /// Errors: `configuration` for paths that neither systemd nor cron can name.
  public init(pipeline: Pipeline, program: String) throws(NightError) {
    self.pipeline = pipeline
    self.program = program
    for path in [program, pipeline.file] + writable {
      guard !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
        throw NightError(
          .configuration,
          "\(path): expected a path without control characters, found one; rename the folder")
      }
    }
  }

  private var unitName: String { "tributary-" + pipeline.name }

  /// The folders that a night writes to; one inside another is left out.
  private var writable: [String] {
    let folders = [
      FilePath.folder(of: pipeline.keyFile), FilePath.folder(of: pipeline.warehouse),
      pipeline.reports,
    ]
    return Set(folders).sorted().filter { folder in
      !folders.contains { $0 != folder && folder.hasPrefix($0 == "/" ? $0 : $0 + "/") }
    }
  }

  /// One line for `crontab -e`; silent unless something goes wrong.
  public var cron: String {
    let time = "\(pipeline.schedule.minute) \(pipeline.schedule.hour) * * *"
    let words = [program, "run", pipeline.file, "--quiet"].map(Schedule.shellQuoted)
    let command = (["nice", "-n", "10"] + words).joined(separator: " ")
    return "# \(pipeline.schedule) by this machine's clock; add it with: crontab -e\n"
      + time + " "
      + command.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: "\\%") + "\n"
  }

  /// Both units, each under a comment that names its file.
  public var systemd: String {
    """
    # 1. Run once by hand, which makes the folders: tributary run \(Schedule.shellQuoted(pipeline.file))
    # 2. Save the two parts below as the files that their comments name.
    # 3. systemctl --user daemon-reload && systemctl --user enable --now \(unitName).timer
    # 4. loginctl enable-linger lets it run while you are logged out.

    # ~/.config/systemd/user/\(unitName).service
    \(service)
    # ~/.config/systemd/user/\(unitName).timer
    \(timer)
    """
  }

  private var service: String {
    let start = [program, "run", pipeline.file, "--quiet"].map(Schedule.commandQuoted)
    let folders = writable.map(Schedule.unitQuoted)
    return """
      [Unit]
      Description=Tributary nightly run of \(pipeline.name)

      [Service]
      Type=oneshot
      ExecStart=\(start.joined(separator: " "))
      Nice=10
      IOSchedulingClass=idle
      UMask=0077
      ReadWritePaths=\(folders.joined(separator: " "))
      \(Schedule.hardening.joined(separator: "\n"))

      """
  }

  private var timer: String {
    """
    [Unit]
    Description=Tributary nightly run of \(pipeline.name)

    [Timer]
    OnCalendar=*-*-* \(pipeline.schedule):00 \(pipeline.zone.identifier)
    Persistent=true
    RandomizedDelaySec=10m

    [Install]
    WantedBy=timers.target

    """
  }

  /// What a user's own service manager can take away: the run needs its files and nothing else.
  ///
  /// Directives that drop capabilities (`PrivateDevices=`, `ProtectClock=`, `ProtectKernelLogs=`,
  /// `CapabilityBoundingSet=`) are left out: a user's manager may not, and the service would fail.
  /// Source: systemd.exec(5).
  private static let hardening = [
    "NoNewPrivileges=yes", "PrivateUsers=yes", "PrivateNetwork=yes", "PrivateTmp=yes",
    "ProtectSystem=strict", "ProtectHome=read-only", "ProtectControlGroups=yes",
    "ProtectKernelTunables=yes", "RestrictAddressFamilies=AF_UNIX", "RestrictNamespaces=yes",
    "RestrictRealtime=yes", "RestrictSUIDSGID=yes", "LockPersonality=yes",
    "MemoryDenyWriteExecute=yes", "SystemCallArchitectures=native",
    "SystemCallFilter=@system-service", "SystemCallFilter=~@privileged @resources",
    "SystemCallErrorNumber=EPERM",
  ]
}
