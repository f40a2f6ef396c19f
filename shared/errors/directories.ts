import { type ErrorEntry, entry } from './entry.ts'

/** Directories of people and departments outside. */
export const directories = {
  directory_missing: entry(404, '找不到该通讯录', '找不到該通訊錄', 'The directory was not found'),
  directory_busy: entry(
    409,
    '该通讯录正在同步，完成后再试',
    '該通訊錄正在同步，完成後再試',
    'This directory is being brought in already; try again once that is done',
  ),
  directory_refused: entry(
    502,
    '“{host}”没有给出通讯录：{reason}',
    '「{host}」沒有提供通訊錄：{reason}',
    '“{host}” did not give its directory: {reason}',
  ),
} satisfies Record<string, ErrorEntry>
