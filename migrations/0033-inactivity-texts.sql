-- Texts of an institution that are named after inactivity, as ours are: once they were named after silence.
update institutions i set settings = jsonb_set(i.settings, '{texts}', (
    select jsonb_object_agg(replace(replace(t.key, 'silence_warning', 'inactivity_warning'), 'money_doubt.silence', 'money_doubt.inactivity'), t.value)
    from jsonb_each(i.settings->'texts') t))
  where i.settings->'texts' ?| array['silence_warning', 'money_doubt.silence'];
