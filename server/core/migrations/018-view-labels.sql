-- The name of a view that comes with Kith in every language; empty once somebody has given it another one. Those that are there
-- already are known by the name that they were given, which nobody has changed since.
alter table {{schema}}._view add column label jsonb;
update {{schema}}._view as view set label = shipped.label
  from (values
    ('lead', '{"zh-CN": "按状态", "zh-TW": "依狀態", "en": "Board by status"}'::jsonb),
    ('lead', '{"zh-CN": "我负责的", "zh-TW": "我負責的", "en": "Mine"}'),
    ('company', '{"zh-CN": "我负责的", "zh-TW": "我負責的", "en": "Mine"}'),
    ('contact', '{"zh-CN": "我负责的", "zh-TW": "我負責的", "en": "Mine"}'),
    ('deal', '{"zh-CN": "按阶段", "zh-TW": "依階段", "en": "Board by stage"}'),
    ('deal', '{"zh-CN": "我负责的", "zh-TW": "我負責的", "en": "Mine"}'),
    ('task', '{"zh-CN": "我的任务", "zh-TW": "我的任務", "en": "My tasks"}'),
    ('task', '{"zh-CN": "按状态", "zh-TW": "依狀態", "en": "Board by status"}'),
    ('task', '{"zh-CN": "日历", "zh-TW": "行事曆", "en": "Calendar"}'),
    ('activity', '{"zh-CN": "日历", "zh-TW": "行事曆", "en": "Calendar"}')
  ) as shipped (object_key, label)
 where view.owner_id is null and view.object_key = shipped.object_key
   and view.name in (shipped.label->>'zh-CN', shipped.label->>'zh-TW', shipped.label->>'en');
