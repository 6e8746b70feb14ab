"""Sites that moved between http and https, and servers whose TLS is old."""

import asyncio
import contextlib
import ssl
import threading
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from demo.entries import entries
from demo.plan import default
from demo.server import serve
from tests.crawler.spiders.world import QUICK, rows, scrapy

KEY = """-----BEGIN DH PARAMETERS-----
MIGHAoGBAMKDPpoHRN33qIoT9DNfR7EtilpC5RdSdyPIshLkllPl57ep6tPu5r6n
pZ6nFutZSIkHHuvVaSTSVFNabTt1y7juO3DdMFLHAGjvGuxt7a2XrZYFHAPMfX6R
00p5oN74sYHsKZmm3Rpwru0nz1P+x4ZnMT2npWPjJrIHzLePxe7vAgEC
-----END DH PARAMETERS-----
"""
"""A Diffie-Hellman group of 1,024 bits: OpenSSL 3 refuses it unless told otherwise."""
REFUSAL = bytes.fromhex("15030100020228")
"""The alert of a server that shares no cipher with its client: handshake_failure (RFC 5246, 7.2)."""


@pytest.fixture
def web():
    with serve(default(1, 12)) as web:
        yield web


def stored(home, web, text):
    (home / "demo.toml").write_text(text, encoding="utf-8")
    scrapy(home, "crawl", "county", "-a", "sites=demo", *QUICK)
    with rows(home) as session:
        number = session.connection().exec_driver_sql("SELECT count(*) FROM posting").scalar()
        return number, session.connection().exec_driver_sql("SELECT state FROM site").scalar()


@pytest.mark.parametrize("columns", [True, False], ids=["columns known", "home page alone"])
def test_a_site_that_left_https_is_read_over_http(tmp_path, web, columns):
    number, state = stored(tmp_path, web, entries(web, columns=columns).replace("http://", "https://"))
    assert (number, state) == (len(web.truth()), "ok")


def test_a_server_that_offers_small_keys_only_is_read(tmp_path, web):
    with old_server(tmp_path, web.sites[0].port) as port:
        with pytest.raises(ssl.SSLError, match="small"):
            handshake(port)
        text = entries(web).replace(f"http://127.0.0.1:{web.sites[0].port}", f"https://127.0.0.1:{port}")
        number, state = stored(tmp_path, web, text)
    assert number > 0
    assert state == "ok"


def test_a_server_whose_tls_cannot_be_read_is_a_tls_error(tmp_path, web):
    with listening(refuse) as port:
        text = entries(web).replace(f"http://127.0.0.1:{web.sites[0].port}", f"https://127.0.0.1:{port}")
        number, state = stored(tmp_path, web, text)
    assert (number, state) == (0, "tls_error")


def handshake(port):
    """As OpenSSL wants it today."""

    async def connect():
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.set_ciphers("DEFAULT:@SECLEVEL=2")
        _, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
        writer.close()

    asyncio.run(connect())


def old_server(folder, behind):
    """TLS 1.2 with a short key exchange, in front of a plain port of this machine."""

    async def pass_on(reader, writer):
        with contextlib.suppress(OSError):
            theirs, ours = await asyncio.open_connection("127.0.0.1", behind)
            await asyncio.gather(copy(reader, ours), copy(theirs, writer))

    return listening(pass_on, weak_context(folder))


async def refuse(reader, writer):
    await reader.read(1000)
    writer.write(REFUSAL)
    writer.close()


@contextlib.contextmanager
def listening(answer, context=None):
    """A server in a thread; gives its port."""
    loop, ready, servers = asyncio.new_event_loop(), threading.Event(), []

    async def listen():
        servers.append(await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context))
        ready.set()

    async def stop():
        servers[0].close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        loop.stop()

    def run():
        asyncio.set_event_loop(loop)
        beginning = loop.create_task(listen())
        loop.run_forever()
        beginning.result()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(10)
    yield servers[0].sockets[0].getsockname()[1]
    asyncio.run_coroutine_threadsafe(stop(), loop)
    thread.join(10)
    loop.close()


async def copy(reader, writer):
    with contextlib.suppress(OSError, asyncio.CancelledError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    with contextlib.suppress(OSError, RuntimeError):
        writer.close()


def weak_context(folder):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=1)).sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    pem, params = folder / "server.pem", folder / "dh.pem"
    pem.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(serialization.Encoding.PEM))
    params.write_text(KEY, encoding="ascii")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0")
    context.load_cert_chain(pem)
    context.load_dh_params(str(params))
    return context
