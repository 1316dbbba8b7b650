# Evolution's data server, subscribed to URL. Each line of stdin, `refresh`, `look` or
# `texts`, is answered by
# a line of JSON: what it holds between FROM and TO.
import calendar, json, os, subprocess, sys, tempfile, time

url, FROM, TO = sys.argv[1:4]
home = tempfile.mkdtemp()
FOLDERS = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR']
for name in FOLDERS:
    os.environ[name] = f'{home}/{name}'
    os.makedirs(os.environ[name], mode=0o700)
os.environ.update(GSETTINGS_BACKEND='memory', TZ='UTC', GIO_USE_VFS='local')
subprocess.run(['dbus-update-activation-environment', *FOLDERS, 'GSETTINGS_BACKEND', 'TZ'])

import gi

for name, version in (('EDataServer', '1.2'), ('ECal', '2.0'), ('ICalGLib', '3.0')):
    gi.require_version(name, version)
from gi.repository import ECal, EDataServer, GLib, ICalGLib

UTC = ICalGLib.Timezone.get_utc_timezone()


def subscribe():
    registry = EDataServer.SourceRegistry.new_sync(None)
    source = EDataServer.Source.new_with_uid('kalends', None)
    source.set_parent('webcal-stub')
    source.set_display_name('kalends')
    source.get_extension('Calendar').set_backend_name('webcal')
    where = GLib.Uri.parse(url, GLib.UriFlags.NONE)
    source.get_extension('WebDAV Backend').set_uri(where)
    access = source.get_extension('Authentication')
    access.set_host(where.get_host())
    access.set_port(where.get_port())
    access.set_method('none')
    source.get_extension('Security').set_method('none')
    registry.commit_source_sync(source, None)
    time.sleep(0.5)
    return ECal.Client.connect_sync(registry.ref_source('kalends'), ECal.ClientSourceType.EVENTS, 1, None)


def written(moment):
    if not moment.is_date():
        moment = moment.convert_to_zone(UTC)
    text = moment.as_ical_string()
    date = f'{text[:4]}-{text[4:6]}-{text[6:8]}'
    return date if moment.is_date() else f'{date}T{text[9:11]}:{text[11:13]}:{text[13:15]}Z'


def instances(client, line):
    found = set()

    def take(component, start, end, *_):
        times = f'{written(start)} {written(end)} {component.get_summary()}'
        text = f'{component.get_summary()}: {component.get_description()}'
        found.add(text if line == 'texts' else times)
        return True

    seconds = [calendar.timegm(time.strptime(day, '%Y-%m-%d')) for day in (FROM, TO)]
    client.generate_instances_sync(*seconds, None, take)
    return sorted(found)


client = subscribe()
print('ready', flush=True)
for line in sys.stdin:
    if line.strip() == 'refresh':
        client.refresh_sync(None)
    print(json.dumps(instances(client, line.strip())), flush=True)
os._exit(0)
