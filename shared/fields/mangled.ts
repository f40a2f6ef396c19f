const scientific = /^\d(\.\d+)?E\+\d{2}$/i

/** Whether a spreadsheet turned a long code into scientific notation (`9.13E+17`), so that its digits are lost. */
export const looksMangled = (text: string): boolean => scientific.test(text.trim())
