-- The setting is spelled as everything else is: `colors`.
update institutions set settings = (settings - 'colours') || jsonb_build_object('colors', settings->'colours')
  where settings ? 'colours';
