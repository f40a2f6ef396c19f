import { type ErrorEntry, entry } from './entry.ts'

export const imports = {
  file_empty: entry(400, '文件中没有数据', '檔案中沒有資料', 'The file holds no data'),
  file_too_large: entry(413, '文件超过{limit}', '檔案超過{limit}', 'The file exceeds {limit}'),
  file_too_many_rows: entry(
    413,
    '文件超过{most}行',
    '檔案超過{most}列',
    'The file has more than {most} rows',
  ),
  file_too_many_columns: entry(
    413,
    '文件超过{most}列',
    '檔案超過{most}欄',
    'The file has more than {most} columns',
  ),
  file_format_unknown: entry(
    415,
    '不能读取 {format} 文件，另存为 XLSX 或 CSV 后再导入',
    '無法讀取 {format} 檔案，另存為 XLSX 或 CSV 後再匯入',
    '{format} files cannot be read; save it as XLSX or CSV and import that',
  ),
  file_unreadable: entry(
    400,
    '文件第{line}行无法读取，文件可能已损坏',
    '檔案第{line}列無法讀取，檔案可能已損毀',
    'The file cannot be read at line {line}; it may be damaged',
  ),
  file_quote_open: entry(
    400,
    '文件第{line}行的引号没有闭合',
    '檔案第{line}列的引號沒有結尾',
    'A quotation mark opened on line {line} is never closed',
  ),
  undecodable_text: entry(
    400,
    '含有无法识别的字节，检查文件编码',
    '含有無法辨識的位元組，檢查檔案編碼',
    'Contains bytes that are no text; check the file’s encoding',
  ),
  cell_error: entry(
    400,
    '单元格公式出错：{text}',
    '儲存格公式錯誤：{text}',
    'The cell’s formula failed: {text}',
  ),
  unknown_column: entry(
    400,
    '文件中没有“{name}”列{suggestion}',
    '檔案中沒有「{name}」欄{suggestion}',
    'The file has no column “{name}”{suggestion}',
  ),
  column_target_twice: entry(
    400,
    '“{first}”和“{second}”两列都对应字段“{name}”',
    '「{first}」和「{second}」兩欄都對應欄位「{name}」',
    'Columns “{first}” and “{second}” both go to field “{name}”',
  ),
  mapping_invalid: entry(
    400,
    '无法理解对应关系“{text}”',
    '無法理解對應關係「{text}」',
    'The mapping “{text}” cannot be understood',
  ),
  mapping_empty: entry(400, '没有任何列对应到字段', '沒有任何欄對應到欄位', 'No column is mapped to a field'),
  match_not_mapped: entry(
    400,
    '用于匹配的字段“{name}”没有对应的列',
    '用於比對的欄位「{name}」沒有對應的欄',
    'Field “{name}” is matched on but no column is mapped to it',
  ),
  no_such_record: entry(
    400,
    '没有名为“{value}”的{object}{suggestion}',
    '沒有名為「{value}」的{object}{suggestion}',
    'There is no {object} “{value}”{suggestion}',
  ),
  several_records: entry(
    400,
    '有{count}条“{value}”，无法确定是哪一条',
    '有{count}筆「{value}」，無法確定是哪一筆',
    '{count} records are “{value}”; which one cannot be told',
  ),
  import_started: entry(409, '此导入已经开始', '此匯入已經開始', 'This import has started already'),
} satisfies Record<string, ErrorEntry>
