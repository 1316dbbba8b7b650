kill $(cat /tmp/w/m-serve.pid) 2>/dev/null; sleep 1
cd /tmp/w/m; PORT=3951 DATA_DIR=/tmp/w/m-data PUBLIC_URL=http://127.0.0.1:3951 KALENDS_ADMIN_KEY=operator-key-operator-key-operator-key nohup node src/kalends.mjs serve > /tmp/w/m-serve.log 2>&1 &
echo $! > /tmp/w/m-serve.pid
for i in 1 2 3 4 5 6 7 8 9 10; do sleep 1; curl -sf localhost:3951/healthz >/dev/null && break; done
