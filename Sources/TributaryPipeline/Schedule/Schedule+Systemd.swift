extension Schedule {
  /// The three units, each under a comment that names its file.
  public var systemd: String {
    """
    # 1. Run once by hand, which makes the folders: tributary run \(Schedule.shellQuoted(pipeline.file))
    # 2. Save the three parts below as the files that their comments name.
    # 3. systemctl --user daemon-reload && systemctl --user enable --now \(unitName).timer
    # 4. loginctl enable-linger lets it run while you are logged out.
    # A run that fails is told by `tributary status`; why, by: journalctl --user -u \(unitName)

    # ~/.config/systemd/user/\(unitName).service
    \(service)
    # ~/.config/systemd/user/\(unitName)-failed.service
    \(failure)
    # ~/.config/systemd/user/\(unitName).timer
    \(timer)
    """
  }

  private var unitName: String { "tributary-" + pipeline.name }

  /// A run of type `oneshot` may take for ever unless `TimeoutStartSec=` ends it: the next run
  /// must find the lock free.
  private var service: String {
    let start = [program, "run", pipeline.file, "--quiet"].map(Schedule.commandQuoted)
    return """
      [Unit]
      Description=Tributary nightly run of \(pipeline.name)
      OnFailure=\(unitName)-failed.service
      StartLimitIntervalSec=1h
      StartLimitBurst=4

      [Service]
      Type=oneshot
      ExecStart=\(start.joined(separator: " "))
      TimeoutStartSec=12h
      Nice=10
      IOSchedulingClass=idle
      \(confinement(to: writable))

      """
  }

  /// Says that a run failed, whatever the reason: it needs neither our program nor a pipeline file
  /// that can be read.
  private var failure: String {
    let mark = FailureMark(of: pipeline).path
    let words =
      "tributary: the nightly run of \(pipeline.name) failed: ${MONITOR_SERVICE_RESULT} "
      + "${MONITOR_EXIT_STATUS}; why: journalctl --user -u \(unitName)"
    return """
      [Unit]
      Description=Tributary nightly run of \(pipeline.name) failed

      [Service]
      Type=oneshot
      ExecStart=/usr/bin/env echo "\(words)"
      ExecStart=/usr/bin/env touch \(Schedule.commandQuoted(mark))
      SyslogLevel=err
      TimeoutStartSec=1min
      \(confinement(to: [FilePath.folder(of: pipeline.warehouse)]))

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

  /// Directives that leave a service the reading of files, the writing of these folders, and
  /// nothing else. A folder that is gone is no hindrance: the run says better what is wrong.
  private func confinement(to folders: [String]) -> String {
    let paths = folders.map { Schedule.unitQuoted("-" + $0) }.joined(separator: " ")
    return (["ReadWritePaths=" + paths] + Schedule.hardening).joined(separator: "\n")
  }

  /// What even a user's own service manager can take away. `PrivateUsers=` comes first in what it
  /// does: in a user namespace of its own the manager may drop capabilities and mount.
  ///
  /// `ProtectKernelTunables=` and `ProtectKernelLogs=` are left out: what they guard needs
  /// capabilities that are gone, and where a container covers parts of /sys or /dev they keep the
  /// service from starting. Source: systemd.exec(5); tried with the user manager of systemd 252.
  private static let hardening = [
    "UMask=0077", "LimitCORE=0", "Environment=SWIFT_BACKTRACE=enable=no",
    "NoNewPrivileges=yes", "PrivateUsers=yes", "CapabilityBoundingSet=", "AmbientCapabilities=",
    "PrivateNetwork=yes", "IPAddressDeny=any", "RestrictAddressFamilies=AF_UNIX",
    "PrivateDevices=yes", "DevicePolicy=closed", "PrivateTmp=yes", "PrivateMounts=yes",
    "ProtectSystem=strict", "ProtectHome=read-only", "ProtectProc=invisible", "ProcSubset=pid",
    "ProtectClock=yes", "ProtectHostname=yes", "ProtectControlGroups=yes",
    "ProtectKernelModules=yes", "RestrictNamespaces=yes", "RestrictRealtime=yes",
    "RestrictSUIDSGID=yes", "LockPersonality=yes", "MemoryDenyWriteExecute=yes",
    "KeyringMode=private", "SystemCallArchitectures=native",
    "SystemCallFilter=@system-service", "SystemCallFilter=~@privileged @resources",
    "SystemCallErrorNumber=EPERM",
  ]
}
