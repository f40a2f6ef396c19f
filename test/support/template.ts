/** What every test database has from the start, besides the platform's tables. Must close its connections. */
export async function prepareTemplate(_url: string): Promise<void> {}
