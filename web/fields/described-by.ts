/** What an input of Mantine's is described by: it leaves out what is given to it as a plain attribute. */
export const describedBy = (id: string | undefined) => (id === undefined ? {} : { 'aria-describedby': id })
