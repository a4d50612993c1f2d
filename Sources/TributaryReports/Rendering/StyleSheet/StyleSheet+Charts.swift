extension StyleSheet {
  /// What the marks of a drawing look like.
  static let charts = #"""
    svg{display:block;max-width:100%;height:auto}
    svg.n{display:none}
    td svg,th svg{max-width:none}
    text{font-family:inherit;font-size:12px;fill:var(--ink);font-variant-numeric:tabular-nums}
    .tk{fill:var(--soft)}
    .lb{font-weight:600}
    .nw{fill:var(--now);font-weight:600}
    .sm{font-size:11px}
    .lb,.nw,.ws,.bd{paint-order:stroke;stroke:var(--paper);stroke-width:3px;
      stroke-linejoin:round}
    .gr{stroke:var(--grid);fill:none}
    .ax{stroke:var(--axis);fill:none}
    .ld{stroke:var(--axis);fill:none;stroke-width:.8}
    .L{fill:none;stroke:var(--now);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
    .F{fill:none;stroke:var(--now);stroke-width:2;stroke-dasharray:2 3.5;stroke-linecap:round}
    .E{fill:none;stroke:var(--was);stroke-width:1.5;stroke-dasharray:4 3}
    .b1{fill:var(--now);fill-opacity:.26}
    .bw{fill:var(--was);fill-opacity:.22}
    .dt{fill:var(--now)}
    .db{fill:var(--bad)}
    .ho{fill:var(--paper);stroke:var(--soft);stroke-width:1.3}
    .iv{stroke:var(--soft);stroke-width:1.6;fill:none}
    .br{fill:var(--now)}
    .bs{fill:var(--was);fill-opacity:.45}
    .be{fill:var(--bad)}
    .even{stroke:var(--ink);fill:none;stroke-width:1.2}
    .zone{fill:var(--tint)}
    .gA,.gB,.gC,.gD,.gE{stroke:var(--paper);stroke-width:1}
    .gA{fill:var(--a)}
    .gB{fill:var(--b)}
    .gC{fill:var(--paper);stroke:var(--soft);stroke-width:1.3}
    .gD{fill:var(--d)}
    .gE{fill:var(--e)}
    .gB{stroke:var(--now)}
    .gD{stroke:var(--bad)}
    .gl{font-weight:700;font-size:11px}
    .h0{fill:var(--h0)}
    .h1{fill:var(--h1)}
    .h2{fill:var(--h2)}
    .h3{fill:var(--h3)}
    .h4{fill:var(--h4)}
    .h5{fill:var(--h5)}
    .box{fill:none;stroke:var(--ink);stroke-width:1.5}
    .th0,.th1,.th2{fill:var(--ink)}
    .th3,.th4,.th5{fill:var(--hx)}
    .lab{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
    .ra{text-anchor:end}
    .mi{text-anchor:middle}
    .ws{fill:var(--wast)}
    .bd{fill:var(--bad);font-weight:600}
    .y{font-weight:600}
    .W{fill:none;stroke:var(--was);stroke-width:1.5;stroke-linejoin:round}
    .glA{fill:var(--at)}
    .glB{fill:var(--bt)}
    .glC{fill:var(--ink)}
    .glD{fill:var(--dt)}
    .glE{fill:var(--et)}
    .gap{fill:none;stroke:var(--axis);stroke-width:.8;stroke-dasharray:2 2}
    .hatch{fill:none;stroke:var(--now);stroke-width:1}
    """#
}
