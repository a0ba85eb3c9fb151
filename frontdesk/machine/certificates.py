"""The certificate that browsers in the store's network know this machine by, and the authority that signs it.

Every machine that opens a station trusts the authority once. So the authority stays, while the certificate follows the
machine's names and addresses; and it can sign for this machine's names and for addresses of local networks alone:
whoever steals its key can pass for no other server of the internet.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv4Network, ip_address
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from frontdesk.domain.machine import MachineReason
from frontdesk.domain.values.errors import InputError
from frontdesk.files.new_file import write_over
from frontdesk.machine.network import Called

HOLDS = timedelta(days=730)
"""Some systems take no certificate for longer."""
_AUTHORITY_HOLDS = timedelta(days=7300)
_RENEWED_BEFORE = timedelta(days=30)
_CLOCKS_DIFFER = timedelta(days=1)
_LOCAL = [
    IPv4Network(text) for text in ("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
]
_OF_THIS_MACHINE = Called(("localhost",), ("127.0.0.1",))


class Certificate(NamedTuple):
    """A certificate to serve with."""

    file: Path
    key: Path | None = None
    """None: in the same file."""
    names: tuple[str, ...] = ()
    """Further names that it is for."""
    authority: bytes | None = None
    """The certificate of the authority that browsers are to trust, if that is this machine's own."""


class _Signed(NamedTuple):
    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def to_file(self, file: Path) -> None:
        """Write both into one private file: no other server sees the one without the other."""
        private = self.key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        try:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_over(file, private + self.certificate.public_bytes(serialization.Encoding.PEM))
        except OSError as error:
            raise InputError(MachineReason.CANNOT_WRITE_FILE, path=file, detail=error.strerror or str(error)) from error


def own(folder: Path, called: Called, now: datetime | None = None) -> Certificate:
    """Return the certificate for what this machine is called, made anew where the one in the folder is not right."""
    now = now or datetime.now(UTC)
    called = Called((*_OF_THIS_MACHINE.names, *called.names), (*_OF_THIS_MACHINE.addresses, *called.addresses))
    file = folder / "server.pem"
    authority = _read(folder / "authority.pem")
    if authority is None or not _holds(authority, now) or not _may_sign(authority.certificate, called):
        authority = _authority(called, now)
        authority.to_file(folder / "authority.pem")
    served = _read(file)
    if served is None or not _holds(served, now) or not _is_right(served.certificate, authority.certificate, called):
        _certificate(authority, called, now).to_file(file)
    return Certificate(file, authority=authority.certificate.public_bytes(serialization.Encoding.PEM))


def given(file: Path, key: Path) -> Certificate:
    """Return a certificate of the store's own, with the names that it is for. Raises `InputError`."""
    try:
        certificate = x509.load_pem_x509_certificate(file.read_bytes())
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, x509.ExtensionNotFound) as error:
        raise InputError(MachineReason.BAD_CERTIFICATE, path=file, detail=error) from error
    addresses = map(str, names.get_values_for_type(x509.IPAddress))
    return Certificate(file, key, (*map(str.lower, names.get_values_for_type(x509.DNSName)), *addresses))


def thumbprint(authority: bytes) -> str:
    """Return what Windows, too, shows of an authority before it is trusted."""
    return x509.load_pem_x509_certificate(authority).fingerprint(hashes.SHA1()).hex()


def _read(file: Path) -> _Signed | None:
    """Return what was kept; None where there is nothing that can be used."""
    try:
        content = file.read_bytes()
        key = serialization.load_pem_private_key(content, None)
        certificate = x509.load_pem_x509_certificate(content)
    except (OSError, ValueError, TypeError):
        return None
    fits = isinstance(key, ec.EllipticCurvePrivateKey) and key.public_key() == certificate.public_key()
    return _Signed(certificate, key) if fits and isinstance(key, ec.EllipticCurvePrivateKey) else None


def _holds(signed: _Signed, now: datetime) -> bool:
    certificate = signed.certificate
    return certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc - _RENEWED_BEFORE


def _may_sign(authority: x509.Certificate, called: Called) -> bool:
    try:
        allowed = authority.extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees
    except x509.ExtensionNotFound:
        return False
    values = [each.value for each in allowed or []]
    networks = [value for value in values if isinstance(value, IPv4Network)]
    return set(called.names) <= set(values) and not _outside(called, networks)


def _outside(called: Called, networks: Iterable[IPv4Network]) -> list[IPv4Address]:
    addresses = map(IPv4Address, called.addresses)
    return [address for address in addresses if not any(address in network for network in networks)]


def _is_right(certificate: x509.Certificate, authority: x509.Certificate, called: Called) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (InvalidSignature, ValueError, TypeError, x509.ExtensionNotFound):
        return False
    return set(names) == set(_names(called))


def _names(called: Called) -> list[x509.GeneralName]:
    return [*map(x509.DNSName, called.names), *(x509.IPAddress(ip_address(text)) for text in called.addresses)]


def _authority(called: Called, now: datetime) -> _Signed:
    key = ec.generate_private_key(ec.SECP256R1())
    public = key.public_key()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Frontdesk {called.names[-1][:40]} {now:%Y-%m-%d}")])
    networks = [*_LOCAL, *(IPv4Network(address) for address in _outside(called, _LOCAL))]
    allowed = [*map(x509.DNSName, called.names), *map(x509.IPAddress, networks)]
    builder = (
        _begun(name, public, now, _AUTHORITY_HOLDS)
        .issuer_name(name)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs=True), critical=True)
        .add_extension(x509.NameConstraints(allowed, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )
    return _Signed(builder.sign(key, hashes.SHA256()), key)


def _certificate(authority: _Signed, called: Called, now: datetime) -> _Signed:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, called.names[-1][:60])])
    signer = authority.certificate.public_key()
    assert isinstance(signer, ec.EllipticCurvePublicKey)
    builder = (
        _begun(name, key.public_key(), now, HOLDS)
        .issuer_name(authority.certificate.subject)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(_names(called)), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer), critical=False)
    )
    return _Signed(builder.sign(authority.key, hashes.SHA256()), key)


def _begun(
    subject: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, holds: timedelta
) -> x509.CertificateBuilder:
    begins = now - _CLOCKS_DIFFER
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + holds)
    )


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        key_cert_sign=signs,
        crl_sign=signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
