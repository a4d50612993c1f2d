extension StyleSheet {
  /// A4: one column, side notes in two, no buttons.
  static let print = #"""
    @media print{
      @page{size:A4;margin:14mm 12mm 16mm}
      :root{color-scheme:light}
      body{max-width:none;padding:0;font-size:10pt;background:#fff}
      nav,.skip,.filter,output,summary,.noprint{display:none}
      header{border-top-width:3pt}
      .two{display:block}
      aside{columns:2;column-gap:24px;font-size:8pt;margin-top:6px}
      aside:before{display:none}
      aside>div{break-inside:avoid}
      h1{font-size:17pt}
      h2{font-size:13pt;break-after:avoid}
      h3,.kick,.cap{break-after:avoid}
      .stick{min-width:24mm}
      .nb{white-space:normal}
      th button{display:contents}
      tbody th,tfoot td,tfoot th{font-size:8.5pt}
      tbody th small,.kpi th small{font-size:7.5pt}
      th{font-size:8pt}
      th.num,td.num{padding-left:4px}
      section{margin-top:14pt;padding-top:8pt}
      tfoot{display:table-row-group}
      code{font-size:7.5pt}
      figure,.items>li,.todo li,tr{break-inside:avoid}
      thead{display:table-header-group}
      table{font-size:8.5pt}
      .scroll{overflow:visible}
      .items>li{grid-template-columns:28px minmax(0,1fr) auto}
      a{color:inherit;text-decoration:none}
      .kpi .big{font-size:12pt}
      .g{print-color-adjust:exact;-webkit-print-color-adjust:exact}
      td,tbody th{padding:4px 6px 4px 0}
      .items p,.todo li{font-size:9.5pt}
      .wide table{font-size:7pt}
      .wide th{font-size:7pt}
      .wide tbody th{font-size:7.5pt}
      .wide td,.wide th{padding-right:3px}
      .wide td.num,.wide th.num,.wide .num+td:not(.num){padding-left:3px}
      .wide td svg{max-width:64px}
    }
    """#
}
