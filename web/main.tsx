import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { forgetSeen } from './data/kept/forget.ts'
import { queryClient } from './data/query-client.ts'
import { whenSessionLost } from './data/request.ts'
import { DesignProvider } from './design/design-provider.tsx'
import { loadMessages } from './messages/catalogue.ts'
import { resolveLanguage } from './messages/language-choice.ts'
import { MessagesProvider } from './messages/messages-provider.tsx'
import { leaveEditorsOf } from './shell/leave-editor.ts'
import { loadScreen } from './shell/load-screen.ts'
import { lostSession } from './shell/lost-session.ts'
import { router } from './shell/router.tsx'
import { followBuilds } from './shell/service-worker/newer-build.ts'
import { keepApp } from './shell/service-worker/register.ts'

const language = resolveLanguage(undefined)
document.documentElement.lang = language
const messages = loadMessages[language]()
whenSessionLost(() => {
  lostSession.set(true)
  void forgetSeen()
})
followBuilds()
leaveEditorsOf(router)
loadScreen(router, queryClient)
keepApp()

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no #root')
createRoot(place).render(
  <StrictMode>
    <MessagesProvider initial={{ language, messages: await messages }}>
      <DesignProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DesignProvider>
    </MessagesProvider>
  </StrictMode>,
)
