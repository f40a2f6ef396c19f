import { Markdown } from '@tiptap/markdown'
import StarterKit from '@tiptap/starter-kit'

/** What formatted text may hold. Links lead to the web and to mail alone, so that a record cannot carry a script. */
export const markdownKit = [
  StarterKit.configure({
    link: {
      openOnClick: false,
      protocols: ['mailto', 'tel'],
      HTMLAttributes: { rel: 'noopener noreferrer nofollow' },
    },
  }),
  Markdown,
]
