package dz.linatatawwa.site;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** A request that does not say how long its body is: it may be read up to a limit. */
class BoundedBody extends HttpServletRequestWrapper {

  private final long most;

  BoundedBody(HttpServletRequest request, long most) {
    super(request);
    this.most = most;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream(), most);
  }

  private static final class Bounded extends ServletInputStream {

    private final ServletInputStream body;
    private final long most;
    private long read;

    Bounded(ServletInputStream body, long most) {
      this.body = body;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int one = body.read();
      if (one >= 0) count(1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int some = body.read(into, from, length);
      count(Math.max(0, some));
      return some;
    }

    private void count(int more) {
      read += more;
      if (read > most) throw new MaxUploadSizeExceededException(most);
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
