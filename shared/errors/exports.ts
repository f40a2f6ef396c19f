import { type ErrorEntry, entry } from './entry.ts'

export const exports = {
  export_too_large: entry(
    422,
    'XLSX 文件最多容纳 {most} 行；筛选后再导出，或导出为 CSV',
    'XLSX 檔案最多容納 {most} 列；篩選後再匯出，或匯出為 CSV',
    'An XLSX file holds at most {most} rows; filter the list, or export it as CSV',
  ),
} satisfies Record<string, ErrorEntry>
