# vdirsyncer, subscribed to URL, and khal, which shows what it brought. Each line of stdin, `refresh`,
# `look` or `texts`, is answered by a line of JSON: what they hold between FROM and TO.
import datetime, json, os, shutil, subprocess, sys, tempfile

url, FROM, TO = sys.argv[1:4]
home = tempfile.mkdtemp()
os.mkdir(f'{home}/v')
environment = dict(os.environ, HOME=home, LC_ALL='C.UTF-8', PATH='/usr/bin:/bin')
SYNC = f'''[general]
status_path = "{home}/status/"
[pair p]
a = "l"
b = "r"
collections = null
conflict_resolution = "b wins"
[storage l]
type = "filesystem"
path = "{home}/v/"
fileext = ".ics"
[storage r]
type = "http"
url = "{url}"
'''
KHAL = f'''[calendars]
[[c]]
path = {home}/v
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M:%S
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M:%S
longdatetimeformat = %Y-%m-%d %H:%M:%S
[sqlite]
path = {home}/khal.db
[default]
default_calendar = c
'''
for name, text in (('sync', SYNC), ('khal', KHAL)):
    with open(f'{home}/{name}', 'w') as file:
        file.write(text)


def run(*command, answer=''):
    done = subprocess.run(command, env=environment, input=answer, text=True, capture_output=True)
    return done.stdout


def listed(form):
    days = (datetime.date.fromisoformat(TO) - datetime.date.fromisoformat(FROM)).days
    shown = run('khal', '-c', f'{home}/khal', 'list', '--notstarted', '-df', '', '-f', form + '\x1e', FROM, f'{days}d')
    return [line.strip('\n').split('\x1f') for line in shown.split('\x1e') if line.strip()]


def happening(start, end, title, time):
    if time.strip():
        return f"{start.replace(' ', 'T')}Z {end.replace(' ', 'T')}Z {title}"
    after = datetime.date.fromisoformat(end[:10]) + datetime.timedelta(1)
    return f'{start[:10]} {after} {title}'


try:
    run('vdirsyncer', '-c', f'{home}/sync', 'discover', answer='y\n' * 5)
    print('ready', flush=True)
    for line in sys.stdin:
        if line.strip() == 'refresh':
            run('vdirsyncer', '-c', f'{home}/sync', 'sync')
        if line.strip() == 'texts':
            found = {f'{title}: {text}' for title, text in listed('{title}\x1f{description}')}
        else:
            rows = listed('{start-long-full}\x1f{end-long-full}\x1f{title}\x1f{start-time}')
            found = {happening(*row) for row in rows}
        print(json.dumps(sorted(found)), flush=True)
finally:
    shutil.rmtree(home, ignore_errors=True)
